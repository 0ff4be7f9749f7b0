using ActorChat.Server.Transport.Liveness;
using Akka.Actor;
using Akka.IO;

namespace ActorChat.Server.Transport.Connections;

/// <summary>
/// Closes a connection so that pending writes still arrive. Reads and discards meanwhile: closing with unread input would make TCP reset the
/// connection, and the peer would lose what it has not read.
/// </summary>
/// <param name="start">The connection.</param>
/// <param name="self">Receives <see cref="LingerOver"/>.</param>
/// <param name="linger">How long the peer may make no progress.</param>
/// <param name="clock">The clock.</param>
internal sealed class GracefulClose(AcceptedConnection start, IActorRef self, TimeSpan linger, TimeProvider clock)
{
    // Extends the time for a reader that makes progress, up to this multiple.
    private const int MaxLingers = 30;

    private ReaderProgress _reader = new(start.RawSocket);
    private ActorTimer _timer;
    private TimeSpan _until;

    /// <summary>Whether the peer has read something since the last call.</summary>
    public bool HasReaderProgressed() => _reader.HasProgressed();

    /// <summary>Starts the close.</summary>
    /// <param name="notice">The last bytes to send; empty for none.</param>
    /// <param name="isReading">Whether a read is pending.</param>
    public void Begin(byte[] notice, bool isReading)
    {
        // Queries before the close: .NET resets a socket closed while another thread queries it.
        _ = _reader.HasProgressed();
        if (notice.Length > 0)
            start.Socket.Tell(Tcp.Write.Create(ByteString.FromBytes(notice)));
        start.Socket.Tell(Tcp.ConfirmedClose.Instance);

        // Reads on: in pull mode only a read reveals the peer's close.
        if (!isReading)
            start.Socket.Tell(Tcp.ResumeReading.Instance);
        _until = clock.Now() + (MaxLingers * linger);
        Linger();
    }

    /// <summary>Handles messages after <see cref="Begin"/>. True when closed, so that the actor can stop.</summary>
    public bool IsOver(object message)
    {
        switch (message)
        {
            case Tcp.Received:
                start.Socket.Tell(Tcp.ResumeReading.Instance);
                break;
            case LingerOver when _reader.HasProgressed() && clock.Now() < _until:
                Linger();
                break;
            case LingerOver:
                start.Socket.Tell(Tcp.Abort.Instance);
                break;
            case Tcp.PeerClosed:
                // Repeats the command: Akka forgets it if the peer closes while writes are pending.
                start.Socket.Tell(Tcp.ConfirmedClose.Instance);
                break;
            case Tcp.ConnectionClosed or Terminated:
                return true;
            default:
                break;
        }

        return false;
    }

    /// <summary>Turns the timer off.</summary>
    public void Stop() => _timer.Off();

    private void Linger()
    {
        _timer.Off();
        _timer.Set(clock.Now() + linger, clock, self, LingerOver.Instance);
    }

    private sealed class LingerOver : INoSerializationVerificationNeeded
    {
        public static readonly LingerOver Instance = new();
    }
}
