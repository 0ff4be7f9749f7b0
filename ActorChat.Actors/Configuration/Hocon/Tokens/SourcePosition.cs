using System.Globalization;

namespace Akka.Configuration.Hocon.Tokens;

/// <summary>A place in a text. Lines and columns count from 1; a column is one UTF-16 unit, a tab too.</summary>
/// <param name="Line">The line.</param>
/// <param name="Column">The column.</param>
/// <param name="Origin">In an included text, the places of the includes that lead to it, ready to stand before this one.</param>
internal readonly record struct SourcePosition(int Line, int Column, string? Origin = null)
{
    /// <summary>The error to throw for what is wrong at this place.</summary>
    public ConfigurationException Error(string message, Exception? cause = null) => new($"{this}: {message}", cause);

    /// <summary>The same place, in a text that is included by another one.</summary>
    public SourcePosition Within(string origin) => this with { Origin = origin + Origin };

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Origin}line {Line}, column {Column}");
}
