using ActorChat.Server.Transport.Liveness;
using Akka.Actor;
using Akka.IO;

namespace ActorChat.Server.Transport.Connections;

/// <summary>
/// Closes a connection so that pending writes still arrive. Reads and discards meanwhile: closing with unread input would make TCP reset the
/// connection, and the peer would lose what it has not read.
/// </summary>
internal sealed class GracefulClose(AcceptedConnection start, IActorRef self, TimeSpan linger, TimeProvider clock)
{
    // Extends the time for a reader that makes progress, up to this multiple.
    private const int MaxLingers = 30;

    private ReaderProgress _reader = new(start.RawSocket);
    private ActorTimer _timer;
    private TimeSpan _until;

    /// <summary>Whether the peer has read something since the last call.</summary>
    public bool HasReaderProgressed() => _reader.HasProgressed();

    /// <summary>Starts the close, after a last notice unless it is empty.</summary>
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
        }

        return false;
    }

    public void Stop() => _timer.Off();

    private void Linger()
    {
        _timer.Off();
        _timer.Set(clock.Now() + linger, clock, self, new LingerOver());
    }

    private sealed record LingerOver : INoSerializationVerificationNeeded;
}
