using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ActorChat.Server.Chat.Moderation;

/// <summary>For how long, and why: <c>2h por pesado</c>.</summary>
/// <param name="Duration">Null where none was typed.</param>
/// <param name="Reason">May be empty.</param>
internal sealed record SanctionTerms(TimeSpan? Duration, string Reason)
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(3650);

    /// <summary>Parses what was typed behind the name. A first word that begins with a digit is a duration; false where it is none.</summary>
    public static bool TryParse(string text, [MaybeNullWhen(false)] out SanctionTerms terms)
    {
        var rest = text.AsSpan().Trim();
        var end = 0;
        while (end < rest.Length && !char.IsWhiteSpace(rest[end]))
            end++;
        var word = rest[..end];
        if (word.IsEmpty || !char.IsAsciiDigit(word[0]))
        {
            terms = new SanctionTerms(Duration: null, rest.ToString());
            return true;
        }

        var isDuration = TryParseDuration(word, out var duration);
        terms = isDuration ? new SanctionTerms(duration, rest[word.Length..].TrimStart().ToString()) : null;
        return isDuration;
    }

    // A number and its unit: 30s, 10m, 2h, 7d.
    private static bool TryParseDuration(ReadOnlySpan<char> word, out TimeSpan duration)
    {
        duration = default;
        var unit = char.ToLowerInvariant(word[^1]) switch
        {
            's' => TimeSpan.FromSeconds(1),
            'm' => TimeSpan.FromMinutes(1),
            'h' => TimeSpan.FromHours(1),
            'd' => TimeSpan.FromDays(1),
            _ => TimeSpan.Zero,
        };
        var isNumber = int.TryParse(word[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        if (!isNumber || number == 0 || unit == TimeSpan.Zero || number > Longest / unit)
            return false;
        duration = number * unit;
        return true;
    }
}
