using System.Collections;
using System.Globalization;
using Akka.Configuration.Hocon;

namespace Akka.Configuration;

/// <summary>Turns .NET objects into values of a configuration.</summary>
internal static class ObjectMapper
{
    /// <summary>The value of an object: a dictionary and what has properties becomes an object, a sequence a list, the rest text.</summary>
    public static HoconValue Map(object? source) => Map(source, 0);

    private static HoconValue Map(object? source, int depth)
    {
        if (depth > Extent.MaxDepth) throw new ConfigurationException($"{Extent.TooDeep}: does the object hold itself?");
        return source switch
        {
            null => HoconValue.Null,
            HoconValue value => value,
            Config config => config.Root,
            IDictionary dictionary => MapEntries(Entries(dictionary), depth),
            IEnumerable<KeyValuePair<string, object?>> pairs => MapEntries(pairs, depth),
            _ when Text(source) is { } text => new HoconValue(new HoconLiteral(text)),
            IEnumerable sequence => new HoconValue(new HoconArray(sequence.Cast<object?>().Select(item => Map(item, depth + 1)))),
            _ => MapEntries(Properties(source), depth),
        };
    }

    private static string? Text(object source) => source switch
    {
        string text => text,
        bool flag => flag ? "true" : "false",
        TimeSpan span when span == Timeout.InfiniteTimeSpan => "infinite",
        TimeSpan span => string.Create(CultureInfo.InvariantCulture, $"{(decimal)span.Ticks / TimeSpan.TicksPerMillisecond}ms"),
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
        char or Uri or Version or Type => source.ToString(),
        _ => null,
    };

    private static IEnumerable<KeyValuePair<string, object?>> Entries(IDictionary dictionary)
    {
        foreach (DictionaryEntry entry in dictionary)
            yield return new(Text(entry.Key) ?? entry.Key.ToString() ?? "", entry.Value);
    }

    private static IEnumerable<KeyValuePair<string, object?>> Properties(object source) =>
        source.GetType().GetProperties()
            .Where(property => property.CanRead && property.GetIndexParameters().Length == 0)
            .Select(property => KeyValuePair.Create(property.Name, property.GetValue(source)));

    private static HoconValue MapEntries(IEnumerable<KeyValuePair<string, object?>> entries, int depth) =>
        new(new HoconObject(entries.Select(entry => KeyValuePair.Create(entry.Key, Map(entry.Value, depth + 1)))));
}
