using System.Net;
using System.Net.Sockets;
using Akka.Actor;

namespace ActorChat.Server.Transport.Listening;

/// <summary>The commands of <see cref="ListenerActor"/>.</summary>
internal abstract record ListenerCommand
{
    private ListenerCommand() { }

    /// <summary>Stops after the connections have handled what they received. New ones are refused.</summary>
    internal sealed record Stop : ListenerCommand;

    /// <summary>Stops after notifying all clients that the server has failed.</summary>
    internal sealed record Fail : ListenerCommand;

    /// <summary>Requests reports of all connections. Answered by <see cref="ListenerEvent.Describing"/>.</summary>
    internal sealed record Describe(IActorRef To) : ListenerCommand;
}

/// <summary>The events of <see cref="ListenerActor"/>, for its parent.</summary>
internal abstract record ListenerEvent : INoSerializationVerificationNeeded
{
    private ListenerEvent() { }

    /// <summary>The port is open, at addresses with their real ports.</summary>
    internal sealed record Listening(string Name, IReadOnlyList<IPEndPoint> EndPoints, IReadOnlyList<IPEndPoint> TlsEndPoints) : ListenerEvent;

    /// <summary>The port cannot be opened, and the listener has stopped.</summary>
    internal sealed record Failed(string Name, IReadOnlyList<PortFailure> Failures) : ListenerEvent;

    /// <summary>So many connections have been asked for their reports.</summary>
    internal sealed record Describing(int Connections) : ListenerEvent;
}

/// <summary>An address that could not be bound.</summary>
internal sealed record PortFailure(IPEndPoint EndPoint, Exception Cause)
{
    /// <summary>Whether another process listens there.</summary>
    public bool IsInUse => Cause is SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse };

    /// <summary>Whether the address is not one of this machine.</summary>
    public bool IsNotMine => Cause is SocketException { SocketErrorCode: SocketError.AddressNotAvailable };
}
