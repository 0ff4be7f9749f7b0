using System.Net;
using ActorChat.Server.Transport.Sockets;
using Akka.Actor;

namespace ActorChat.Server.Transport.Listening;

/// <summary>One address of a port, with its listening socket, which may be lost and reopened.</summary>
internal sealed class PortAddress(IPEndPoint endPoint, bool isEncrypted)
{
    private ActorTimer _reopening;

    /// <summary>The address, with the real port once bound.</summary>
    public IPEndPoint EndPoint { get; private set; } = endPoint;

    public bool IsEncrypted => isEncrypted;

    /// <summary>The listening socket; null while closed.</summary>
    public IActorRef? Socket { get; private set; }

    /// <summary>The number of accept retries in Akka's last statistics.</summary>
    public long Retries { get; set; }

    /// <summary>Blocks connections until the listener is ready.</summary>
    public ListenGate Gate { get; } = new();

    public void OnBound(IActorRef socket, IPEndPoint local)
    {
        Socket = socket;
        EndPoint = local;
        Retries = 0;
    }

    public void OnLost() => Socket = null;

    /// <summary>Replaces port 0 by the port of an address of the same kind that was bound before.</summary>
    public void TakePortOf(PortAddress other)
    {
        if (EndPoint.Port == 0 && IsEncrypted == other.IsEncrypted)
            EndPoint = new IPEndPoint(EndPoint.Address, other.EndPoint.Port);
    }

    /// <summary>Schedules a message to the listener to reopen.</summary>
    public void ReopenAt(TimeSpan at, TimeProvider clock, IActorRef listener, object message)
    {
        _reopening.Off();
        _reopening.Set(at, clock, listener, message);
    }

    public void StopWaiting() => _reopening.Off();
}
