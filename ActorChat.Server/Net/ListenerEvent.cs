using System.Net;

namespace ActorChat.Server.Net;

/// <summary>What <see cref="ListenerActor"/> tells its parent and whoever asks.</summary>
internal abstract record ListenerEvent
{
    private ListenerEvent()
    {
    }

    /// <summary>The port is open.</summary>
    /// <param name="Name">The listener's name.</param>
    /// <param name="EndPoint">Where it listens, with the real port.</param>
    internal sealed record Listening(string Name, IPEndPoint EndPoint) : ListenerEvent;

    /// <summary>The port cannot be opened, and the listener has stopped.</summary>
    /// <param name="EndPoint">Where it should have listened.</param>
    /// <param name="Cause">Why.</param>
    internal sealed record Failed(IPEndPoint EndPoint, Exception Cause) : ListenerEvent;

    /// <summary>The connections have been asked to describe themselves.</summary>
    /// <param name="Connections">How many.</param>
    internal sealed record Describing(int Connections) : ListenerEvent;
}
