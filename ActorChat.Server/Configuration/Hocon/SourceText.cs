namespace ActorChat.Server.Configuration.Hocon;

/// <summary>HOCON from one source, not checked yet.</summary>
/// <param name="Name">The path of the file or the option, for messages.</param>
/// <param name="Text">The text itself.</param>
/// <param name="Open">Opens an included file by its path; throws <see cref="SettingsErrorException"/> when it cannot.</param>
internal sealed record SourceText(string Name, string Text, Func<string, SourceText> Open)
{
    /// <summary>Whether messages should give line and column.</summary>
    public bool IsFile { get; init; }
}

/// <summary>A character in a source text, by its index.</summary>
internal readonly record struct Place(SourceText Source, int At)
{
    public SettingsErrorException Fail(SettingsError why, Exception? cause = null)
    {
        var (name, line, column) = (Source.Name, Line, Column);
        return new(texts => texts.SettingsMistake(name, line, column, why(texts)), cause);
    }

    private int Line => Source.Text.AsSpan(0, At).Count('\n') + 1;

    private int Column => At - (At == 0 ? -1 : Source.Text.LastIndexOf('\n', At - 1));
}
