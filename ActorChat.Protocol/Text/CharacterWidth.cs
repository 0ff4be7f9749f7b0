namespace ActorChat.Protocol.Text;

/// <summary>
/// Replaces fullwidth forms of ASCII characters, as East Asian keyboards type them, and the small number sign: for Unicode they are the
/// same characters but for their width.
/// </summary>
internal static class CharacterWidth
{
    private const char IdeographicSpace = '\u3000';
    private const char SmallNumberSign = '\uFE5F';
    private const char FirstFullwidth = '\uFF01';
    private const char LastFullwidth = '\uFF5E';
    private const int Distance = FirstFullwidth - '!';

    /// <summary>The ASCII character of a wide form; any other character as it is.</summary>
    public static char Narrow(char character) => character switch
    {
        >= FirstFullwidth and <= LastFullwidth => (char)(character - Distance),
        IdeographicSpace => ' ',
        SmallNumberSign => '#',
        _ => character,
    };

    /// <summary>The text in narrow characters; the same instance when all are narrow.</summary>
    public static string Narrow(string text) => text.AsSpan().IndexOfAnyExceptInRange('\0', '\u2FFF') < 0 ? text
        : string.Create(text.Length, text, static (narrow, wide) =>
        {
            for (var i = 0; i < wide.Length; i++)
                narrow[i] = Narrow(wide[i]);
        });
}
