using ActorChat.Server.Configuration.Hocon;
using Akka.Configuration.Hocon;

namespace ActorChat.Server.Configuration;

/// <summary>Makes values of any length and content fit for a message.</summary>
internal static class Excerpt
{
    private const int MaxLength = 60;

    public static string Truncate(HoconValue value) => Truncate(value.IsString() ? value.GetString() ?? "null" : HoconWriter.Write(value));

    /// <summary>Puts the text on one line and cuts its end.</summary>
    public static string Truncate(string text)
    {
        var line = string.Join(' ', WithoutControls(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= MaxLength ? line : string.Concat(line.AsSpan(0, MaxLength), "…");
    }

    /// <summary>Replaces control characters by blanks: file names may contain terminal escapes.</summary>
    public static string WithoutControls(string text) => string.Concat(text.Select(character => char.IsControl(character) ? ' ' : character));
}
