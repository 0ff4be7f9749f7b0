using System.Net.Sockets;
using Akka.Actor;
using Akka.Event;

namespace Akka.IO;

/// <summary>The one accept of a listener that is under way. It completes as a message to the listener.</summary>
internal sealed class PendingAccept(IActorRef listener) : SocketAsyncEventArgs(true)
{
    private readonly Lock _lock = new();
    private bool _arrived;
    private bool _closed;

    /// <summary>Whether the message is still to come, or to be worked on.</summary>
    public bool UnderWay { get; set; }

    /// <summary>Accepts. Whether that will complete later, with a message.</summary>
    public bool Start(Socket socket)
    {
        _arrived = false;
        return UnderWay = socket.AcceptAsync(this);
    }

    /// <summary>Hands out what was accepted.</summary>
    public Socket TakeSocket()
    {
        var accepted = AcceptSocket!;
        AcceptSocket = null;
        return accepted;
    }

    /// <summary>Hands out what was accepted before the listener has come to the message that says so; null when there is none.</summary>
    public Socket? TakeArrived()
    {
        lock (_lock)
            return _arrived && AcceptSocket is not null ? TakeSocket() : null;
    }

    /// <summary>The listener has ended: what was accepted and not taken, or is being accepted just now, is nobody's.</summary>
    public void Close()
    {
        lock (_lock)
        {
            _closed = true;
            AcceptSocket?.Dispose();
        }

        Dispose();
    }

    protected override void OnCompleted(SocketAsyncEventArgs e)
    {
        lock (_lock)
        {
            _arrived = SocketError == SocketError.Success;
            if (_closed)
                AcceptSocket?.Dispose();
            else
                listener.Tell(Arrived.Instance, ActorRefs.NoSender);
        }
    }

    /// <summary>Tells the listener that an accept that was under way has completed.</summary>
    public sealed class Arrived : IDeadLetterSuppression
    {
        /// <summary>The only instance.</summary>
        public static readonly Arrived Instance = new();
    }
}
