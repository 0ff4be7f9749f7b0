namespace ActorChat.Benchmarks.Micro;

/// <summary>Kinds of lines that people write; the first is what load is measured with.</summary>
public enum Line
{
    /// <summary>64 characters of ASCII.</summary>
    Plain,

    /// <summary>Accents and an emoji.</summary>
    Accents,

    /// <summary>With characters that are removed before others see it.</summary>
    Hidden,

    /// <summary>To one member only.</summary>
    Private,

    /// <summary>A command.</summary>
    Command,
}
