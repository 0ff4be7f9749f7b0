using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Akka.Configuration.Hocon;

namespace ActorChat.Server.Configuration;

/// <summary>Writes HOCON that says exactly what is meant, whatever characters it is about.</summary>
internal static partial class HoconWriter
{
    /// <summary>The text in double quotes: nothing in it means anything to the parser.</summary>
    public static string Quote(string text)
    {
        var quoted = new StringBuilder("\"", text.Length + 2);
        foreach (var character in text)
        {
            if (character is '"' or '\\')
                quoted.Append('\\').Append(character);
            else if (char.IsControl(character))
                quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}");
            else
                quoted.Append(character);
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>A value on one line, with empty texts in the places of secrets.</summary>
    public static string Write(HoconValue value)
    {
        if (value.GetObject() is { } section)
            return $"{{{string.Join(", ", section.Items.Select(item => $"{Append("", item.Key)} = {(Secret.IsSecret(item.Key) ? "\"\"" : Write(item.Value))}"))}}}";
        if (value.IsString())
            return value.GetString() is not { } text ? "null" : IsPlain(text) ? text : Quote(text);
        return $"[{string.Join(", ", value.GetArray().Select(Write))}]";
    }

    /// <summary>A key below a path, quoted where it would not be one key otherwise.</summary>
    /// <param name="path">The path; empty for the root.</param>
    /// <param name="key">The key, without quotes.</param>
    public static string Append(string path, string key)
    {
        var written = IsPlain(key) ? key : Quote(key);
        return path.Length == 0 ? written : $"{path}.{written}";
    }

    /// <summary>Whether a key means itself without quotes.</summary>
    public static bool IsPlain(string key) => PlainKey().IsMatch(key);

    /// <summary>Whether a text is a path: keys joined by dots, each plain or in quotes.</summary>
    public static bool IsPath(string text) => Path().IsMatch(text);

    [GeneratedRegex(@"\A[A-Za-z0-9_-]+\z")]
    private static partial Regex PlainKey();

    [GeneratedRegex("""\A(?:[A-Za-z0-9_-]+|"[^"\\\p{Cc}]+")(?:\.(?:[A-Za-z0-9_-]+|"[^"\\\p{Cc}]+"))*\z""")]
    private static partial Regex Path();
}
