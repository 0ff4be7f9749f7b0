using ActorChat.Server.Framing;

namespace ActorChat.Server.Chat.Connections;

/// <summary>What a chat connection does at present: asks for a nickname, chats, or leaves.</summary>
internal interface IConnectionPhase
{
    /// <summary>Takes a message from another actor. False when it is none for this phase.</summary>
    bool TryReceive(object message);

    /// <summary>Takes a message of the client.</summary>
    void OnMessage(Frame message);

    /// <summary>Nothing more will come of the client.</summary>
    void OnInputEnded();

    /// <summary>Commands have had no answer in time.</summary>
    void OnAnswerOverdue();
}
