using ActorChat.Server.Configuration.Checking;

namespace ActorChat.Server.Configuration;

/// <summary>One <c>--set KEY=VALUE</c>.</summary>
/// <param name="Key">The path of the key.</param>
/// <param name="Value">What follows the first equals sign behind the key, without the blanks around it.</param>
internal sealed record SettingOverride(string Key, string Value)
{
    /// <summary>
    /// The option as HOCON. A value is plain text, so that paths with blanks, colons or backslashes need no second kind of
    /// quotes; only one that begins as a list, an object or a quoted text is taken as HOCON.
    /// </summary>
    public SourceText Source
    {
        get
        {
            var isPlain = Value is not ['[' or '{' or '"', ..];
            var name = $"--set {Excerpt.Truncate(Secret.RedactOption($"{Key}={Value}"))}";
            return new SourceText(name, $"{Key}={(isPlain ? HoconWriter.Quote(Value) : Value)}", new SettingsFile("--set").Include);
        }
    }

    /// <summary>The option in a text; null when it is none.</summary>
    public static SettingOverride? TryParse(string text)
    {
        var sign = SignAt(text);
        return sign >= 0 && text[..sign].Trim() is var key && HoconWriter.IsPath(key) ? new SettingOverride(key, text[(sign + 1)..].Trim()) : null;
    }

    private static int SignAt(string text)
    {
        var quoted = false;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '"')
                quoted = !quoted;
            else if (text[at] == '=' && !quoted)
                return at;
        }

        return -1;
    }
}
