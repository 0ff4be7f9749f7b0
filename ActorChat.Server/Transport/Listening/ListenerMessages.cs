using System.Net;
using System.Net.Sockets;
using Akka.Actor;

namespace ActorChat.Server.Transport.Listening;

/// <summary>What <see cref="ListenerActor"/> is told.</summary>
internal abstract record ListenerCommand
{
    private ListenerCommand()
    {
    }

    /// <summary>Take no more connections, let those there finish what was received, then stop listening and stop.</summary>
    internal sealed record Stop : ListenerCommand;

    /// <summary>The server has failed: tell everybody so, then stop listening and stop.</summary>
    internal sealed record GiveUp : ListenerCommand;

    /// <summary>Have every connection say what it is up to. Answered by <see cref="ListenerEvent.Describing"/>.</summary>
    /// <param name="To">Whom the listener and the connections answer.</param>
    internal sealed record Describe(IActorRef To) : ListenerCommand;
}

/// <summary>The answers of <see cref="ListenerActor"/>. They never leave the process.</summary>
internal abstract record ListenerEvent : INoSerializationVerificationNeeded
{
    private ListenerEvent()
    {
    }

    /// <summary>The port is open.</summary>
    /// <param name="Name">The listener's name.</param>
    /// <param name="EndPoints">Where it listens, with the real port.</param>
    internal sealed record Listening(string Name, IReadOnlyList<IPEndPoint> EndPoints) : ListenerEvent;

    /// <summary>The port cannot be opened, and the listener has stopped.</summary>
    /// <param name="Name">The listener's name.</param>
    /// <param name="Failures">Where it should have listened, and why it cannot.</param>
    internal sealed record Failed(string Name, IReadOnlyList<PortFailure> Failures) : ListenerEvent;

    /// <summary>The connections have been asked to describe themselves.</summary>
    /// <param name="Connections">How many.</param>
    internal sealed record Describing(int Connections) : ListenerEvent;
}

/// <summary>An address of a port that cannot be listened on.</summary>
/// <param name="EndPoint">Which.</param>
/// <param name="Cause">Why.</param>
internal sealed record PortFailure(IPEndPoint EndPoint, Exception Cause)
{
    /// <summary>Whether somebody else listens there.</summary>
    public bool IsInUse => Cause is SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse };

    /// <summary>Whether no network of this machine has the address.</summary>
    public bool IsNotMine => Cause is SocketException { SocketErrorCode: SocketError.AddressNotAvailable };
}
