using ActorChat.Server.Framing;

namespace ActorChat.Server.Transport.Connections;

/// <summary>The actor that owns a <see cref="Connection"/>: gives what comes in a meaning.</summary>
internal interface IConnectionHandler
{
    /// <summary>Takes the next message. Not called during a wait, nor after the end.</summary>
    void OnMessage(Frame message);

    /// <summary>All that will ever come was handed out: end the connection as soon as it is answered.</summary>
    void OnInputEnded();

    /// <summary>Messages start to wait, because too many come.</summary>
    void OnTooFast();

    /// <summary>The time of <see cref="Connection.AwaitAnswerUntil"/> has come.</summary>
    void OnAnswerOverdue();
}
