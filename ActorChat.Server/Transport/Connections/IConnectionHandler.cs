using ActorChat.Server.Framing;

namespace ActorChat.Server.Transport.Connections;

/// <summary>Handles the decoded messages of a <see cref="Connection"/>; its actor implements it.</summary>
internal interface IConnectionHandler
{
    /// <summary>Handles the next message. Not called while paused, nor after the end.</summary>
    void OnMessage(Frame message);

    /// <summary>Handles the end of input: end the connection once all messages are answered.</summary>
    void OnInputEnded();

    /// <summary>The rate limit starts to delay messages.</summary>
    void OnTooFast();

    /// <summary>The time set by <see cref="Connection.AwaitAnswerUntil"/> has come.</summary>
    void OnAnswerOverdue();
}
