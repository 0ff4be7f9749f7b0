namespace ActorChat.Server.Configuration.Checking;

/// <summary>What a key is given.</summary>
internal enum SettingKind
{
    /// <summary>Keys below it.</summary>
    Section,

    /// <summary>A text or a number, known to the last character.</summary>
    Text,

    /// <summary>A list.</summary>
    List,

    /// <summary>What another key has, perhaps with text around it.</summary>
    Reference,
}

/// <summary>A <c>${path}</c>.</summary>
/// <param name="Path">The key it names.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Joined">Whether there is text beside it, so that only a text can stand in its place.</param>
internal sealed record Reference(string Path, Place Place, bool Joined);

/// <summary>One assignment.</summary>
/// <param name="Path">The key, with every section around it.</param>
/// <param name="Parent">The section it is in; null for the root.</param>
/// <param name="Kind">What the key is given.</param>
/// <param name="Place">Where the key stands.</param>
internal sealed record Setting(string Path, string? Parent, SettingKind Kind, Place Place)
{
    /// <summary>The value of a text, without quotes; null for all others.</summary>
    public string? Text { get; init; }

    /// <summary>The references in the value.</summary>
    public IReadOnlyList<Reference> References { get; init; } = [];

    /// <summary>Where the value stands in the source; empty for a section.</summary>
    public Range Written { get; init; }

    /// <summary>A mistake in it, with its place if it stands in a file.</summary>
    public SettingsError Locate(SettingsError error) => Place.Source.IsFile ? Place.Fail(error).Error : error;
}
