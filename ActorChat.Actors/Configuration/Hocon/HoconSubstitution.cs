namespace Akka.Configuration.Hocon;

/// <summary>A <c>${path}</c> or <c>${?path}</c> of a configuration text.</summary>
public sealed class HoconSubstitution
{
    /// <summary>A substitution.</summary>
    /// <param name="path">The path as it was written, without the question mark.</param>
    /// <param name="isQuestionMark">Whether it may name something that is not there.</param>
    public HoconSubstitution(string path, bool isQuestionMark = false)
    {
        Path = path;
        IsQuestionMark = isQuestionMark;
    }

    /// <summary>The path as it was written, without the question mark; in an included text, from the root of that text.</summary>
    public string Path { get; }

    /// <summary>The same as <see cref="Path"/>: inclusion does not change it.</summary>
    public string OriginalPath => Path;

    /// <summary>Whether it may name something that is not there, which then leaves nothing in its place.</summary>
    public bool IsQuestionMark { get; }

    /// <summary>What stands in its place; null before resolution, where it names nothing, and where a later value hides it.</summary>
    public HoconValue? ResolvedValue { get; internal set; }

    /// <summary>The substitution as it is written in HOCON.</summary>
    public override string ToString() => IsQuestionMark ? $"${{?{Path}}}" : $"${{{Path}}}";
}
