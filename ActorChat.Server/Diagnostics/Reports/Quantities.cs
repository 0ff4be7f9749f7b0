using System.Globalization;

namespace ActorChat.Server.Diagnostics.Reports;

/// <summary>Formats times and rates for narrow columns. The units are the same in both languages.</summary>
internal static class Quantities
{
    /// <summary>Uses the two largest units: <c>12 s</c>, <c>3 min 05 s</c>, <c>2 h 10 min</c>, <c>4 d 03 h</c>.</summary>
    public static string Duration(TimeSpan duration) => duration switch
    {
        { TotalMinutes: < 1 } => Invariant($"{(int)duration.TotalSeconds} s"),
        { TotalHours: < 1 } => Invariant($"{duration.Minutes} min {duration.Seconds:00} s"),
        { TotalDays: < 1 } => Invariant($"{duration.Hours} h {duration.Minutes:00} min"),
        _ => Invariant($"{duration.Days} d {duration.Hours:00} h"),
    };

    public static string Rate(double perSecond) => perSecond < 100 ? Invariant($"{perSecond:0.0}") : Invariant($"{perSecond:0}");

    /// <summary>Formats a fraction of 1.</summary>
    public static string Percent(double share) => Invariant($"{share * 100:0.0} %");

    public static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
