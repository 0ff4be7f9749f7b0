using ActorChat.Client.Resources;

namespace ActorChat.Client.Consoles;

/// <summary>Something to be shown as data, with the local time when the client saw it.</summary>
internal abstract record ConsoleEvent(DateTimeOffset At)
{
    /// <summary>The server's line that names can be learned from, shown or not; null: none.</summary>
    public ServerLine? Heard => this switch
    {
        Received received => received.Line,
        Learned learned => learned.Line,
        _ => null,
    };

    /// <summary>A line of the chat has arrived.</summary>
    public sealed record Received(DateTimeOffset At, ServerLine Line) : ConsoleEvent(At);

    /// <summary>A public message of ours has been sent, to a server that does not send it back.</summary>
    public sealed record Sent(DateTimeOffset At, string Nick, string Room, string Said) : ConsoleEvent(At);

    /// <summary>A line of history that the user has asked for.</summary>
    public sealed record Found(DateTimeOffset At, ServerLine.Public Line, bool IsSearch) : ConsoleEvent(At);

    /// <summary>The end of the history or of the search that the user has asked for.</summary>
    /// <param name="At">When it came.</param>
    /// <param name="Line">The server's line.</param>
    /// <param name="IsForward">Whether more would be newer.</param>
    public sealed record PageEnded(DateTimeOffset At, ServerLine Line, bool IsForward) : ConsoleEvent(At)
    {
        /// <summary>What it is for a person; empty where the server's line before it has said that.</summary>
        public string Describe(Texts texts) => Line switch
        {
            ServerLine.SearchEnd { Count: 0 } => texts.NothingFound,
            ServerLine.SearchEnd { HasMore: var hasMore } => hasMore ? "" : texts.EndOfSearch,
            ServerLine.HistoryEnd { HasMore: true } end when IsForward => texts.NewerHistory(end.Last, end.Room),
            ServerLine.HistoryEnd { HasMore: true } end => texts.OlderHistory(end.First, end.Room),
            _ => texts.EndOfHistory,
        };
    }

    /// <summary>A line that is not shown, as only the client has asked for it. Names can be learned from it.</summary>
    public sealed record Learned(DateTimeOffset At, ServerLine Line) : ConsoleEvent(At);

    /// <summary>The user is in other rooms than before, or plain text goes to another one.</summary>
    public sealed record RoomsChanged(DateTimeOffset At, string Current, IReadOnlyList<string> Rooms) : ConsoleEvent(At);

    /// <summary>The next line of the input is a password.</summary>
    public sealed record PasswordWanted(DateTimeOffset At, string Prompt) : ConsoleEvent(At);

    /// <summary>A line of the confirmation port has arrived.</summary>
    public sealed record Answered(DateTimeOffset At, string Text) : ConsoleEvent(At);

    /// <summary>
    /// Tells the fate of a message for the confirmation port, in a word that scripts rely on. The message is as it was typed, or null when it
    /// could not be sent. The answer is the server's first line, if any.
    /// </summary>
    public sealed record Settled(DateTimeOffset At, string? Message, string Outcome, string? Answer) : ConsoleEvent(At);
}
