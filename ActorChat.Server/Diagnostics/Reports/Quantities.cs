using System.Globalization;

namespace ActorChat.Server.Diagnostics.Reports;

/// <summary>Times and rates, short enough for a column. The units are the same in both languages.</summary>
internal static class Quantities
{
    /// <summary>A duration in its two largest units: <c>12 s</c>, <c>3 min 05 s</c>, <c>2 h 10 min</c>, <c>4 d 03 h</c>.</summary>
    public static string Duration(TimeSpan duration) => duration switch
    {
        { TotalMinutes: < 1 } => Invariant($"{(int)duration.TotalSeconds} s"),
        { TotalHours: < 1 } => Invariant($"{duration.Minutes} min {duration.Seconds:00} s"),
        { TotalDays: < 1 } => Invariant($"{duration.Hours} h {duration.Minutes:00} min"),
        _ => Invariant($"{duration.Days} d {duration.Hours:00} h"),
    };

    /// <summary>A rate: with a decimal while it is small.</summary>
    public static string Rate(double perSecond) => perSecond < 100 ? Invariant($"{perSecond:0.0}") : Invariant($"{perSecond:0}");

    /// <summary>A share of 1 in percent.</summary>
    public static string Percent(double share) => Invariant($"{share * 100:0.0} %");

    /// <summary>A whole number.</summary>
    public static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
