namespace ActorChat.Client.Chat;

/// <summary>How one connection to the chat came to its end.</summary>
internal enum SessionOutcome
{
    /// <summary>As the user wished, or after a script had said everything and the server had answered.</summary>
    Wished,

    /// <summary>The server refused the nickname, and nobody gave another.</summary>
    Refused,

    /// <summary>The server closed it unasked.</summary>
    Closed,

    /// <summary>It broke.</summary>
    Lost,
}
