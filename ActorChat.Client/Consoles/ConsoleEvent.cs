using ActorChat.Client.Wire;

namespace ActorChat.Client.Consoles;

/// <summary>Something to be shown as data.</summary>
/// <param name="At">When the client saw it, local time.</param>
internal abstract record ConsoleEvent(DateTimeOffset At)
{
    /// <summary>A line of the chat has arrived.</summary>
    public sealed record Received(DateTimeOffset At, WireLine Line) : ConsoleEvent(At);

    /// <summary>A public message of ours has been sent, which the server does not send back.</summary>
    public sealed record Sent(DateTimeOffset At, string Nick, string Said) : ConsoleEvent(At);

    /// <summary>A line of an answer of the confirmation port, without its end.</summary>
    public sealed record Answered(DateTimeOffset At, string Text) : ConsoleEvent(At);

    /// <summary>It is known what became of a message for the confirmation port.</summary>
    /// <param name="At">When it was known.</param>
    /// <param name="Message">As it was typed; null when it could not be sent as it was.</param>
    /// <param name="Outcome">In one word that scripts can rely on.</param>
    /// <param name="Answer">The server's first line; null when there was none.</param>
    public sealed record Settled(DateTimeOffset At, string? Message, string Outcome, string? Answer) : ConsoleEvent(At);
}
