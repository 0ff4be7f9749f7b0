namespace ActorChat.Server.Configuration.Checking;

/// <summary>A place in a text.</summary>
/// <param name="Source">The text.</param>
/// <param name="At">The index of a character of it.</param>
internal readonly record struct Place(SourceText Source, int At)
{
    /// <summary>A mistake that is made here.</summary>
    public SettingsErrorException Fail(SettingsError why, Exception? cause = null)
    {
        var (name, line, column) = (Source.Name, Line, Column);
        return new(texts => texts.SettingsMistake(name, line, column, why(texts)), cause);
    }

    private int Line => Source.Text.AsSpan(0, At).Count('\n') + 1;

    private int Column => At - (At == 0 ? -1 : Source.Text.LastIndexOf('\n', At - 1));
}
