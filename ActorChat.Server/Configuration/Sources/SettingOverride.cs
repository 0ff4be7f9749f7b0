using ActorChat.Server.Configuration.Hocon;

namespace ActorChat.Server.Configuration.Sources;

/// <summary>One <c>--set KEY=VALUE</c>: a path, and the trimmed text after the first equals sign outside quotes.</summary>
internal sealed record SettingOverride(string Key, string Value)
{
    /// <summary>
    /// The option as HOCON. Only a value that begins like a list, an object or a quoted text is parsed as HOCON.
    /// Anything else is plain text, so that paths with blanks or backslashes need no second quotes.
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

    /// <summary>Null when the text is not <c>KEY=VALUE</c>.</summary>
    public static SettingOverride? TryParse(string text)
    {
        var sign = FindEqualsSign(text);
        return sign >= 0 && text[..sign].Trim() is var key && HoconWriter.IsPath(key) ? new SettingOverride(key, text[(sign + 1)..].Trim()) : null;
    }

    private static int FindEqualsSign(string text)
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
