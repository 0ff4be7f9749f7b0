namespace ActorChat.Client.Terminal.Editing;

/// <summary>The meaning of a key beyond the edit line.</summary>
internal abstract record Effect
{
    private Effect() { }

    /// <summary>At most the line has changed.</summary>
    public sealed record None : Effect;

    /// <summary>The key can do nothing here.</summary>
    public sealed record Bell : Effect;

    /// <summary>A text or paste is too long, and was not taken.</summary>
    public sealed record TooMuch(int MaxCharacters) : Effect;

    /// <summary>The terminal has sent bytes that are no UTF-8. They were not taken.</summary>
    public sealed record NotText : Effect;

    /// <summary>The end of the following paste got lost.</summary>
    public sealed record PasteUnfinished : Effect;

    /// <summary>Show what was said before.</summary>
    public sealed record Older : Effect;

    /// <summary>Connect without waiting.</summary>
    public sealed record Reconnect : Effect;

    /// <summary>A line was entered, and left the editor.</summary>
    public sealed record Enter(string Line) : Effect;

    /// <summary>Lines were pasted. They are shown, and sent only after a yes.</summary>
    public sealed record Pasted(IReadOnlyList<string> Lines) : Effect;

    /// <summary>The user has answered whether to send the pasted lines.</summary>
    public sealed record PasteAnswered(IReadOnlyList<string> Lines, bool Yes) : Effect;

    /// <summary>Ctrl+C on an empty line.</summary>
    public sealed record Interrupt : Effect;

    /// <summary>Ctrl+D on an empty line.</summary>
    public sealed record EndOfInput : Effect;

    public sealed record ClearScreen : Effect;

    /// <summary>Stop the program until the shell continues it.</summary>
    public sealed record Suspend : Effect;
}
