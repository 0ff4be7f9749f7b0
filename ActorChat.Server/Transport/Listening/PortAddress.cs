using System.Net;
using ActorChat.Server.Transport.Sockets;
using Akka.Actor;

namespace ActorChat.Server.Transport.Listening;

/// <summary>One address that a port listens on: its listening socket, which may be lost and opened again. Belongs to its listener.</summary>
/// <param name="endPoint">Where it is to listen.</param>
internal sealed class PortAddress(IPEndPoint endPoint)
{
    private ActorTimer _reopening;

    /// <summary>Where it listens; with the real port once it has one.</summary>
    public IPEndPoint EndPoint { get; private set; } = endPoint;

    /// <summary>The listening socket; null while there is none.</summary>
    public IActorRef? Socket { get; private set; }

    /// <summary>How often Akka has tried again to accept, as it last said.</summary>
    public long Retries { get; set; }

    /// <summary>Lets nobody connect before it is wanted.</summary>
    public ListenGate Gate { get; } = new();

    /// <summary>It is open.</summary>
    public void OnBound(IActorRef socket, IPEndPoint local)
    {
        Socket = socket;
        EndPoint = local;
        Retries = 0;
    }

    /// <summary>Its socket is gone.</summary>
    public void OnLost() => Socket = null;

    /// <summary>Where the system may pick a port, it picks that of another address of this port.</summary>
    public void TakePortOf(PortAddress other)
    {
        if (EndPoint.Port == 0)
            EndPoint = new IPEndPoint(EndPoint.Address, other.EndPoint.Port);
    }

    /// <summary>Tells the listener to open it again, at that time.</summary>
    public void ReopenAt(TimeSpan at, TimeProvider clock, IActorRef listener, object message)
    {
        _reopening.Off();
        _reopening.Set(at, clock, listener, message);
    }

    /// <summary>Nothing of it is waited for any more.</summary>
    public void StopWaiting() => _reopening.Off();
}
