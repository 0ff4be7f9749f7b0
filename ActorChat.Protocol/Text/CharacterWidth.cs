namespace ActorChat.Protocol.Text;

/// <summary>
/// Fullwidth forms of ASCII characters, as East Asian keyboards type them, and the small number sign: what Unicode calls the same
/// character but for its width.
/// </summary>
internal static class CharacterWidth
{
    private const char IdeographicSpace = '\u3000';
    private const char SmallNumberSign = '\uFE5F';
    private const char FirstFullwidth = '\uFF01';
    private const char LastFullwidth = '\uFF5E';
    private const int Distance = FirstFullwidth - '!';

    /// <summary>The ASCII character of which this is a wide form; any other character as it is.</summary>
    public static char Narrow(char character) => character switch
    {
        >= FirstFullwidth and <= LastFullwidth => (char)(character - Distance),
        IdeographicSpace => ' ',
        SmallNumberSign => '#',
        _ => character,
    };

    /// <summary>The text with all its characters narrow; the same instance when they are.</summary>
    public static string Narrow(string text) => text.AsSpan().IndexOfAnyExceptInRange('\0', '\u2FFF') < 0 ? text
        : string.Create(text.Length, text, static (narrow, wide) =>
        {
            for (int i = 0; i < wide.Length; i++)
            {
                narrow[i] = Narrow(wide[i]);
            }
        });
}
