using System.IO.Enumeration;

namespace Akka.Actor;

/// <summary>The step to all children whose names fit a pattern with <c>*</c> and <c>?</c>.</summary>
/// <param name="patternStr">The pattern.</param>
public class SelectChildPattern(string patternStr) : SelectionPathElement
{
    /// <summary>The pattern.</summary>
    public string PatternStr { get; } = patternStr;

    /// <inheritdoc/>
    public override string ToString() => PatternStr;

    internal bool Fits(string name) => FileSystemName.MatchesSimpleExpression(PatternStr, name, ignoreCase: false);
}
