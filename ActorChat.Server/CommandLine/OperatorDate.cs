using System.Globalization;

namespace ActorChat.Server.CommandLine;

/// <summary>A date as an operator types it: a day, or a day and a time; of this machine's clock, unless it says of which zone.</summary>
internal static class OperatorDate
{
    private const string Day = "yyyy-MM-dd";

    private static readonly string[] WithTime =
    [
        .. from separator in new[] { "'T'", " " }
           from time in new[] { "HH:mm", "HH:mm:ss", "HH:mm:ss.FFF" }
           select $"{Day}{separator}{time}K",
    ];

    /// <summary>Parses a date; false for anything else.</summary>
    /// <param name="text">Such as <c>2026-11-27</c>, <c>2026-11-27T14:03</c> or <c>2026-11-27T13:03:00Z</c>.</param>
    /// <param name="isEnd">Whether a day alone stands for its end.</param>
    /// <param name="date">The instant.</param>
    public static bool TryParse(string text, bool isEnd, out DateTimeOffset date)
    {
        const DateTimeStyles Style = DateTimeStyles.AssumeLocal | DateTimeStyles.AllowLeadingWhite | DateTimeStyles.AllowTrailingWhite;
        if (DateTimeOffset.TryParseExact(text, WithTime, CultureInfo.InvariantCulture, Style, out date))
            return true;
        if (!DateOnly.TryParseExact(text.Trim(), Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || day == DateOnly.MaxValue)
            return false;

        // A day of summer time's beginning or end has not 24 hours. The first day has no instant in zones east of Greenwich.
        var start = (isEnd ? day.AddDays(1) : day).ToDateTime(TimeOnly.MinValue, DateTimeKind.Unspecified);
        var offset = TimeZoneInfo.Local.GetUtcOffset(start);
        date = start.Ticks < offset.Ticks ? DateTimeOffset.MinValue : new DateTimeOffset(start, offset);
        return true;
    }
}
