namespace ActorChat.Client.Terminal.Painting;

/// <summary>How the parts of a line look. Colour only ever repeats what a sign says too.</summary>
/// <param name="depth">How many colours may be used.</param>
internal sealed class Theme(ColorDepth depth)
{
    private const string BoldOn = "1", DimOn = "2", ReverseOn = "7", Red = "31", Magenta = "35";

    public string Prompt(string text) => Styled(text, BoldOn);

    public string Time(string text) => Styled(text, DimOn);

    public string Nick(string nick) => Styled(nick, Palette.ColorOf(nick, depth));

    /// <summary>Our own nickname, where we speak.</summary>
    public string OwnNick(string nick) => Styled(nick, BoldOn);

    /// <summary>Whoever speaks of us or to us alone.</summary>
    public string CallingNick(string nick) => Styled(nick, $"{BoldOn};{ReverseOn}");

    public string Private(string text) => Styled(text, $"{BoldOn};{Magenta}");

    /// <summary>Comings and goings, and what the client says of itself.</summary>
    public string Notice(string text) => Styled(text, DimOn);

    public string Error(string text) => Styled(text, $"{BoldOn};{Red}");

    /// <summary>What the next character replaces: seen as selected text is everywhere, also where no colours are wanted.</summary>
    public static string Marked(string text) => $"\u001B[{ReverseOn}m{text}\u001B[0m";

    private string Styled(string text, string parameters) =>
        depth is ColorDepth.None || parameters.Length is 0 ? text : $"\u001B[{parameters}m{text}\u001B[0m";
}
