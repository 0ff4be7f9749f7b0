using System.Text;

namespace Akka.Configuration.Hocon.Values;

/// <summary>Paths such as <c>akka.actor."/user/*".router</c>: keys joined by dots, quoted where a key has a dot of its own.</summary>
internal static class HoconPath
{
    /// <summary>
    /// The keys of a path. It takes anything: a quote that is never closed goes to the end, and between two dots there is
    /// the empty key. Inside quotes, <c>\"</c> and <c>\\</c> stand for <c>"</c> and <c>\</c>.
    /// </summary>
    public static string[] Split(string path) => path.Contains('"') ? SplitQuoted(path) : path.Split('.');

    /// <summary>The path with these keys, quoted where they must be; <see cref="Split"/> gives the keys back.</summary>
    public static string Join(IEnumerable<string> keys) => string.Join('.', keys.Select(key => IsPlain(key) ? key : Quote(key)));

    /// <summary>Whether a text means itself, and nothing more, when it is written without quotes as one key.</summary>
    public static bool IsPlain(string key) => key.Length > 0 && key.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    private static string Quote(string key) =>
        $"\"{key.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static string[] SplitQuoted(string path)
    {
        var keys = new List<string>();
        var key = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < path.Length; i++)
        {
            var c = path[i];
            if (c == '"')
            {
                quoted = !quoted;
            }
            else if (c == '.' && !quoted)
            {
                keys.Add(key.ToString());
                key.Clear();
            }
            else
            {
                if (quoted && c == '\\' && i + 1 < path.Length && path[i + 1] is '"' or '\\') c = path[++i];
                key.Append(c);
            }
        }
        keys.Add(key.ToString());
        return [.. keys];
    }
}
