namespace ActorChat.Client.Consoles;

/// <summary>Something to be shown as data.</summary>
/// <param name="At">When the client saw it, local time.</param>
internal abstract record ConsoleEvent(DateTimeOffset At)
{
    /// <summary>A line of the chat has arrived.</summary>
    public sealed record Received(DateTimeOffset At, ServerLine Line) : ConsoleEvent(At);

    /// <summary>A public message of ours has been sent. The server does not send it back.</summary>
    public sealed record Sent(DateTimeOffset At, string Nick, string Said) : ConsoleEvent(At);

    /// <summary>A line of the confirmation port has arrived.</summary>
    public sealed record Answered(DateTimeOffset At, string Text) : ConsoleEvent(At);

    /// <summary>The fate of a message for the confirmation port is known.</summary>
    /// <param name="At">When it was known.</param>
    /// <param name="Message">As it was typed; null when it could not be sent.</param>
    /// <param name="Outcome">A word that scripts rely on.</param>
    /// <param name="Answer">The server's first line; null when there was none.</param>
    public sealed record Settled(DateTimeOffset At, string? Message, string Outcome, string? Answer) : ConsoleEvent(At);
}
