using Akka.Configuration.Hocon;

namespace ActorChat.Server.Configuration;

/// <summary>Shows a value in a message, whatever is in it and however long it is.</summary>
internal static class Excerpt
{
    private const int Longest = 60;

    /// <summary>The value on one line; only its beginning where it is long.</summary>
    public static string Truncate(HoconValue value) => Truncate(value.IsString() ? value.GetString() ?? "null" : HoconWriter.Write(value));

    /// <summary>The text on one line; only its beginning where it is long.</summary>
    public static string Truncate(string text)
    {
        var line = string.Join(' ', WithoutControls(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= Longest ? line : string.Concat(line.AsSpan(0, Longest), "…");
    }

    /// <summary>The whole text with blanks for what would steer the terminal: names of files may hold anything.</summary>
    public static string WithoutControls(string text) => string.Concat(text.Select(character => char.IsControl(character) ? ' ' : character));
}
