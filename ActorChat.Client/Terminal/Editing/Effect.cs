namespace ActorChat.Client.Terminal.Editing;

/// <summary>What a key means beyond the line itself.</summary>
internal abstract record Effect
{
    private Effect()
    {
    }

    /// <summary>Nothing: at most the line has changed.</summary>
    public sealed record None : Effect;

    /// <summary>The key can do nothing here.</summary>
    public sealed record Bell : Effect;

    /// <summary>There is more text than the line (or a paste) may have; nothing of it was taken.</summary>
    public sealed record TooMuch(int MaxCharacters) : Effect;

    /// <summary>The terminal has sent bytes that are no UTF-8; they were not taken.</summary>
    public sealed record NotText : Effect;

    /// <summary>What is pasted next has lost its end.</summary>
    public sealed record PasteUnfinished : Effect;

    /// <summary>It is to be connected without waiting.</summary>
    public sealed record Reconnect : Effect;

    /// <summary>A line was entered; it is no longer in the editor.</summary>
    public sealed record Enter(string Line) : Effect;

    /// <summary>Lines were pasted: to be shown, and sent only after a yes.</summary>
    public sealed record Pasted(IReadOnlyList<string> Lines) : Effect;

    /// <summary>The user has answered whether the pasted lines are to be sent.</summary>
    public sealed record PasteAnswered(IReadOnlyList<string> Lines, bool Yes) : Effect;

    /// <summary>Ctrl+C on an empty line.</summary>
    public sealed record Interrupt : Effect;

    /// <summary>Ctrl+D on an empty line.</summary>
    public sealed record EndOfInput : Effect;

    /// <summary>The screen is to be emptied.</summary>
    public sealed record ClearScreen : Effect;

    /// <summary>The program is to be stopped, until the shell lets it go on.</summary>
    public sealed record Suspend : Effect;
}
