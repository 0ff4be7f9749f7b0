namespace ActorChat.Client.Consoles;

/// <summary>Something to be shown as data, with the local time when the client saw it.</summary>
internal abstract record ConsoleEvent(DateTimeOffset At)
{
    /// <summary>A line of the chat has arrived.</summary>
    public sealed record Received(DateTimeOffset At, ServerLine Line) : ConsoleEvent(At);

    /// <summary>A public message of ours has been sent. The server does not send it back.</summary>
    public sealed record Sent(DateTimeOffset At, string Nick, string Said) : ConsoleEvent(At);

    /// <summary>A line of the confirmation port has arrived.</summary>
    public sealed record Answered(DateTimeOffset At, string Text) : ConsoleEvent(At);

    /// <summary>
    /// Tells the fate of a message for the confirmation port, in a word that scripts rely on. The message is as it was typed, or null when it
    /// could not be sent. The answer is the server's first line, if any.
    /// </summary>
    public sealed record Settled(DateTimeOffset At, string? Message, string Outcome, string? Answer) : ConsoleEvent(At);
}
