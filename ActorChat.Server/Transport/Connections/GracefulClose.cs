using ActorChat.Server.Transport.Liveness;
using Akka.Actor;
using Akka.IO;

namespace ActorChat.Server.Transport.Connections;

/// <summary>
/// Ends a connection in good order: what was sent still arrives, then both sides close. Reads on meanwhile, and throws it away: to close
/// with bytes unread would reset what the peer has not read yet.
/// </summary>
/// <param name="start">The connection.</param>
/// <param name="self">The actor that owns it; told <see cref="LingerOver"/>.</param>
/// <param name="linger">How long the peer may take nothing.</param>
/// <param name="clock">The clock.</param>
internal sealed class GracefulClose(AcceptedConnection start, IActorRef self, TimeSpan linger, TimeProvider clock)
{
    // A reader who gets on with what was sent has so much more time for it.
    private const int MostLingers = 30;

    private ReaderProgress _reader = new(start.RawSocket);
    private ActorTimer _timer;
    private TimeSpan _until;

    /// <summary>Whether the peer has taken something since the last look.</summary>
    public bool HasReaderTaken() => _reader.HasTaken();

    /// <summary>Begins, with a last line or without one.</summary>
    /// <param name="last">Its bytes; empty for none.</param>
    /// <param name="isReading">Whether a read is under way.</param>
    public void Begin(byte[] last, bool isReading)
    {
        // Not behind the close: .NET resets a socket that it closes while another thread asks it something.
        _ = _reader.HasTaken();
        if (last.Length > 0)
            start.Socket.Tell(Tcp.Write.Create(ByteString.FromBytes(last)));
        start.Socket.Tell(Tcp.ConfirmedClose.Instance);

        // In pull mode the peer's end is seen only by reading.
        if (!isReading)
            start.Socket.Tell(Tcp.ResumeReading.Instance);
        _until = clock.Now() + (MostLingers * linger);
        Linger();
    }

    /// <summary>Deals with whatever comes after <see cref="Begin"/>. True when it is over, and the actor is to stop.</summary>
    public bool IsOver(object message)
    {
        switch (message)
        {
            case Tcp.Received:
                start.Socket.Tell(Tcp.ResumeReading.Instance);
                break;
            case LingerOver when _reader.HasTaken() && clock.Now() < _until:
                Linger();
                break;
            case LingerOver:
                start.Socket.Tell(Tcp.Abort.Instance);
                break;
            case Tcp.PeerClosed:
                // Akka forgets that it was to close when the peer does so while something is still to be sent.
                start.Socket.Tell(Tcp.ConfirmedClose.Instance);
                break;
            case Tcp.ConnectionClosed or Terminated:
                return true;
            default:
                break;
        }

        return false;
    }

    /// <summary>Waits no longer.</summary>
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
