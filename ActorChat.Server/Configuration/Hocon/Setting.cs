namespace ActorChat.Server.Configuration.Hocon;

internal enum SettingKind
{
    Section,

    /// <summary>A text or a number without references.</summary>
    Text,

    List,

    /// <summary>A value with at least one <c>${path}</c>, perhaps with text around it.</summary>
    Reference,
}

/// <summary>A <c>${path}</c>. Joined, with text around it, its value must be a text too.</summary>
internal sealed record Reference(string Path, Place Place, bool Joined);

/// <summary>One assignment, where its key is written. The parent is the path of its section; null for the root.</summary>
internal sealed record Setting(string Path, string? Parent, SettingKind Kind, Place Place)
{
    /// <summary>The value without quotes; null unless the kind is <see cref="SettingKind.Text"/>.</summary>
    public string? Text { get; init; }

    public IReadOnlyList<Reference> References { get; init; } = [];

    /// <summary>Where the value is written in the source; empty for a section.</summary>
    public Range Written { get; init; }

    /// <summary>Adds line and column to a mistake, if the setting comes from a file.</summary>
    public SettingsError Locate(SettingsError error) => Place.Source.IsFile ? Place.Fail(error).Error : error;
}
