namespace ActorChat.Client.Arguments;

/// <summary>Which of the server's two ports the client speaks to.</summary>
internal enum ClientMode
{
    /// <summary>The chat port: one connection, lines both ways.</summary>
    Chat,

    /// <summary>The confirmation port: one connection and one answer for each message.</summary>
    Confirmation,
}
