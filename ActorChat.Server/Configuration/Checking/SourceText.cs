namespace ActorChat.Server.Configuration.Checking;

/// <summary>A text with settings.</summary>
/// <param name="Name">What messages call it: the path of its file, or its option.</param>
/// <param name="Text">HOCON, perhaps.</param>
/// <param name="Open">Opens what it includes under a name; throws <see cref="SettingsErrorException"/> when it cannot.</param>
internal sealed record SourceText(string Name, string Text, Func<string, SourceText> Open)
{
    /// <summary>Whether its lines help to find something in it.</summary>
    public bool IsFile { get; init; }
}
