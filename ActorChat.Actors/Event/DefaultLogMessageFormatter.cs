using System.Globalization;

namespace Akka.Event;

/// <summary>Templates of <see cref="string.Format(string, object[])"/>: <c>{0}</c>, <c>{1}</c> …, culture-free.</summary>
public class DefaultLogMessageFormatter : ILogMessageFormatter
{
    /// <summary>The only instance.</summary>
    public static readonly DefaultLogMessageFormatter Instance = new();

    private DefaultLogMessageFormatter()
    {
    }

    /// <inheritdoc/>
    public string Format(string format, params object?[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        return args.Length == 0 ? format : string.Format(CultureInfo.InvariantCulture, format, args);
    }

    /// <inheritdoc/>
    public string Format(string format, IEnumerable<object?> args) => Format(format, [.. args]);
}
