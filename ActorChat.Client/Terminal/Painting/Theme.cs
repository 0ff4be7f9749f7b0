namespace ActorChat.Client.Terminal.Painting;

/// <summary>Styles the parts of a line. Colour only repeats what a sign says too.</summary>
internal sealed class Theme(ColorDepth depth)
{
    private const string BoldOn = "1", DimOn = "2", ReverseOn = "7", Red = "31", Magenta = "35";

    public string Prompt(string text) => Styled(text, BoldOn);

    public string Time(string text) => Styled(text, DimOn);

    public string Nick(string nick) => Styled(nick, Palette.ColorOf(nick, depth));

    public string OwnNick(string nick) => Styled(nick, BoldOn);

    /// <summary>The author of a mention or a private message.</summary>
    public string CallingNick(string nick) => Styled(nick, $"{BoldOn};{ReverseOn}");

    public string Private(string text) => Styled(text, $"{BoldOn};{Magenta}");

    /// <summary>Notices of the server, and the client's own words.</summary>
    public string Notice(string text) => Styled(text, DimOn);

    public string Error(string text) => Styled(text, $"{BoldOn};{Red}");

    /// <summary>An offer that the next character replaces: shown like selected text, also without colours.</summary>
    public static string Marked(string text) => $"\u001B[{ReverseOn}m{text}\u001B[0m";

    private string Styled(string text, string parameters) =>
        depth is ColorDepth.None || parameters.Length is 0 ? text : $"\u001B[{parameters}m{text}\u001B[0m";
}
