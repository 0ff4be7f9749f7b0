using System.Net.Sockets;
using Akka.Actor;
using Akka.Event;

namespace Akka.IO;

/// <summary>The one accept of a listener that is under way. It completes as a message to the listener.</summary>
internal sealed class PendingAccept(IActorRef listener) : SocketAsyncEventArgs(true)
{
    private readonly Lock _lock = new();
    private bool _closed;

    /// <summary>Whether the message is still to come, or to be worked on.</summary>
    public bool UnderWay { get; set; }

    /// <summary>Accepts. Whether that will complete later, with a message.</summary>
    public bool Start(Socket socket) => UnderWay = socket.AcceptAsync(this);

    /// <summary>Hands out what was accepted.</summary>
    public Socket TakeSocket()
    {
        var accepted = AcceptSocket!;
        AcceptSocket = null;
        return accepted;
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
