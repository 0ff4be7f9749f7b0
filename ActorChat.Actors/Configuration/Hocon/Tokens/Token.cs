namespace Akka.Configuration.Hocon.Tokens;

/// <summary>The smallest piece of a text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The characters that it stands for: without quotes, and for a substitution the path alone.</param>
/// <param name="At">Where it begins.</param>
internal readonly record struct Token(TokenKind Kind, string Text, SourcePosition At)
{
    private const int LongestShown = 40;

    /// <summary>Whether a key and its value may be parted by it.</summary>
    public bool IsAssignment => Kind is TokenKind.EqualsSign or TokenKind.Colon or TokenKind.PlusEquals;

    /// <summary>What a user is told was found.</summary>
    public string Describe() => Kind switch
    {
        TokenKind.End => "the end of the text",
        TokenKind.Newline => "the end of the line",
        TokenKind.Space => "a space",
        TokenKind.Quoted => $"\"{Shown}\"",
        TokenKind.Substitution => $"'${{{Shown}}}'",
        TokenKind.OptionalSubstitution => $"'${{?{Shown}}}'",
        _ => $"'{Shown}'",
    };

    /// <summary>The error to throw where something else should have come.</summary>
    public ConfigurationException Unexpected(string expected) => At.Error($"expected {expected}, found {Describe()}");

    private string Shown => Text.Length <= LongestShown ? Text : Text[..LongestShown] + "...";
}
