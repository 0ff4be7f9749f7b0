using System.Net;
using System.Net.Sockets;
using Akka.Actor;

namespace ActorChat.Server.Transport.Listening;

/// <summary>The commands of <see cref="ListenerActor"/>.</summary>
internal abstract record ListenerCommand
{
    private ListenerCommand()
    {
    }

    /// <summary>Stops after the connections have handled what they received. New ones are refused.</summary>
    internal sealed record Stop : ListenerCommand;

    /// <summary>Stops after notifying all clients that the server has failed.</summary>
    internal sealed record Fail : ListenerCommand;

    /// <summary>Requests reports of all connections. Answered by <see cref="ListenerEvent.Describing"/>.</summary>
    /// <param name="To">Receives the answers of the listener and of the connections.</param>
    internal sealed record Describe(IActorRef To) : ListenerCommand;
}

/// <summary>The events of <see cref="ListenerActor"/>, for its parent.</summary>
internal abstract record ListenerEvent : INoSerializationVerificationNeeded
{
    private ListenerEvent()
    {
    }

    /// <summary>The port is open.</summary>
    /// <param name="Name">The listener's name.</param>
    /// <param name="EndPoints">The addresses with their real ports.</param>
    internal sealed record Listening(string Name, IReadOnlyList<IPEndPoint> EndPoints) : ListenerEvent;

    /// <summary>The port cannot be opened, and the listener has stopped.</summary>
    /// <param name="Name">The listener's name.</param>
    /// <param name="Failures">The addresses that failed.</param>
    internal sealed record Failed(string Name, IReadOnlyList<PortFailure> Failures) : ListenerEvent;

    /// <summary>The connections have been asked for their reports.</summary>
    /// <param name="Connections">Their number.</param>
    internal sealed record Describing(int Connections) : ListenerEvent;
}

/// <summary>An address that could not be bound.</summary>
/// <param name="EndPoint">The address.</param>
/// <param name="Cause">The error.</param>
internal sealed record PortFailure(IPEndPoint EndPoint, Exception Cause)
{
    /// <summary>Whether another process listens there.</summary>
    public bool IsInUse => Cause is SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse };

    /// <summary>Whether the address is not one of this machine.</summary>
    public bool IsNotMine => Cause is SocketException { SocketErrorCode: SocketError.AddressNotAvailable };
}
