using System.Net;

namespace ActorChat.Server.Transport;

/// <summary>What <see cref="ListenerActor"/> tells its parent and whoever asks.</summary>
internal abstract record ListenerEvent
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
