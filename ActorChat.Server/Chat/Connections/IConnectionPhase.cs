using ActorChat.Server.Framing;

namespace ActorChat.Server.Chat.Connections;

/// <summary>A state of a chat connection: login, chat, or leaving.</summary>
internal interface IConnectionPhase
{
    /// <summary>Handles a message from another actor. False if this phase does not expect it.</summary>
    bool TryReceive(object message);

    /// <summary>Handles a message from the client.</summary>
    void OnMessage(Frame message);

    /// <summary>Handles the end of the client's input.</summary>
    void OnInputEnded();

    /// <summary>Handles commands past their time limit.</summary>
    void OnAnswerOverdue();
}
