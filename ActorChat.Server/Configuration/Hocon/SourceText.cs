namespace ActorChat.Server.Configuration.Hocon;

/// <summary>
/// HOCON from one source, not checked yet. Its name is for messages. Opens an included file by its path, or throws a
/// <see cref="SettingsErrorException"/>.
/// </summary>
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
