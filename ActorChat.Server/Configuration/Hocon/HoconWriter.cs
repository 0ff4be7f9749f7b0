using System.Globalization;
using System.Text.RegularExpressions;
using Akka.Configuration.Hocon;

namespace ActorChat.Server.Configuration.Hocon;

/// <summary>Writes HOCON, quoted where needed, so that any text survives the parser.</summary>
internal static partial class HoconWriter
{
    public static string Quote(string text) => $"\"{string.Concat(text.Select(Escape))}\"";

    /// <summary>Writes a value on one line, with secrets emptied.</summary>
    public static string Write(HoconValue value)
    {
        if (value.GetObject() is { } section)
            return $"{{{string.Join(", ", section.Items.Select(item => $"{Append("", item.Key)} = {(Secret.IsSecret(item.Key) ? "\"\"" : Write(item.Value))}"))}}}";
        if (value.IsString())
            return value.GetString() is not { } text ? "null" : IsPlain(text) ? text : Quote(text);
        return $"[{string.Join(", ", value.GetArray().Select(Write))}]";
    }

    /// <summary>Appends a key to a path, which is empty for the root. Quotes the key where needed.</summary>
    public static string Append(string path, string key)
    {
        var written = IsPlain(key) ? key : Quote(key);
        return path.Length == 0 ? written : $"{path}.{written}";
    }

    /// <summary>Whether a key needs no quotes.</summary>
    public static bool IsPlain(string key) => PlainKey().IsMatch(key);

    /// <summary>Whether a text is a path: keys joined by dots, each plain or quoted.</summary>
    public static bool IsPath(string text) => Path().IsMatch(text);

    private static string Escape(char character) => character switch
    {
        '"' or '\\' => $"\\{character}",
        _ when char.IsControl(character) => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"),
        _ => character.ToString(),
    };

    [GeneratedRegex(@"\A[A-Za-z0-9_-]+\z")]
    private static partial Regex PlainKey();

    [GeneratedRegex("""\A(?:[A-Za-z0-9_-]+|"[^"\\\p{Cc}]+")(?:\.(?:[A-Za-z0-9_-]+|"[^"\\\p{Cc}]+"))*\z""")]
    private static partial Regex Path();
}
