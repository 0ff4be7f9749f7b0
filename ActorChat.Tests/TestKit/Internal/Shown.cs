using System.Collections;
using System.Globalization;
using System.Text;
using Akka.Actor;

namespace Akka.TestKit.Internal;

/// <summary>How the messages of failed expectations show values: short, and never without their type where it may be the difference.</summary>
internal static class Shown
{
    private const int MostEntries = 20;

    /// <summary>A value between angle brackets; the entries of collections that have no text of their own.</summary>
    public static string Of(object? value) => value switch
    {
        null => "<null>",
        string text => $"<{text}>",
        IEnumerable entries when HasNoText(value) => $"[{Of(entries.Cast<object?>())}]",
        _ => $"<{value}>",
    };

    /// <summary>Values, with commas between them.</summary>
    public static string Of<T>(IEnumerable<T> values)
    {
        var shown = values.Take(MostEntries + 1).Select(value => Of(value)).ToList();
        if (shown.Count > MostEntries)
            shown[MostEntries] = "…";
        return string.Join(", ", shown);
    }

    /// <summary>A value with its type.</summary>
    public static string Typed(object? value) => value is null ? "<null>" : $"{Of(value)} ({Name(value.GetType())})";

    /// <summary>A type by its short name, with its arguments: <c>List&lt;Int32&gt;</c>.</summary>
    public static string Name(Type type)
    {
        var outer = type.IsNested && !type.IsGenericParameter ? Name(type.DeclaringType!) + "." : string.Empty;
        if (!type.IsGenericType)
            return outer + type.Name;
        var name = type.Name.Split('`')[0];
        return $"{outer}{name}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>";
    }

    /// <summary>A length of time, in seconds.</summary>
    public static string Time(TimeSpan time) => time.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture) + " s";

    /// <summary>What a test adds to an expectation to make its failure clear.</summary>
    public static string Hint(string? hint) => string.IsNullOrWhiteSpace(hint) ? string.Empty : $" ({hint.Trim()})";

    /// <summary>A block of envelopes, one a line, under a title. Nothing where there are none.</summary>
    public static void Append(StringBuilder text, string title, IReadOnlyCollection<MessageEnvelope> envelopes)
    {
        if (envelopes.Count == 0)
            return;
        text.AppendLine().Append(title);
        foreach (var envelope in envelopes.Take(MostEntries))
            text.AppendLine().Append("  ").Append(envelope);
        if (envelopes.Count > MostEntries)
            text.AppendLine().Append(CultureInfo.InvariantCulture, $"  … and {envelopes.Count - MostEntries} more");
    }

    private static bool HasNoText(object value) =>
        value is not IActorRef && value.GetType().GetMethod(nameof(ToString), [])!.DeclaringType is { } declaring
        && (declaring == typeof(object) || declaring == typeof(Array));
}
