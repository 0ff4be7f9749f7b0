using ActorChat.Server.Configuration.Hocon;
using ActorChat.Server.Configuration.Sources;
using ActorChat.Server.Resources;
using Akka.Configuration;

namespace ActorChat.Server.Configuration;

/// <summary>
/// Reads the settings from all sources. In order of precedence: <c>--log-level</c>, options for addresses and ports,
/// <c>--set</c>, <c>--config</c>, built-in settings. Within one kind the last wins.
/// </summary>
internal sealed class SettingsLoader
{
    /// <summary>The most verbose first.</summary>
    public static readonly IReadOnlyList<string> LogLevels = ["DEBUG", "INFO", "WARNING", "ERROR", "OFF"];

    private readonly CheckedText _checked = new();
    private readonly SettingsSchema _schema;
    private readonly int _builtInCount;

    private SettingsLoader()
    {
        _checked.Add(BuiltInSettings.Source);
        _builtInCount = _checked.Settings.Count;
        _schema = new SettingsSchema(SettingsTree.Build(_checked.Settings));
    }

    /// <summary>Reads and checks everything, the weakest of each kind first. Changes nothing.</summary>
    public static SettingsResult Load(
        IReadOnlyList<string> configFiles, IReadOnlyList<string> sets, string? logLevel, Func<string, string?>? environment = null)
    {
        var loader = new SettingsLoader();
        SettingsError error;
        try
        {
            loader.AddAll(configFiles, sets, logLevel);
            if (loader.Read(environment ?? Environment.GetEnvironmentVariable, out error!) is { } loaded)
                return loaded;
        }
        catch (SettingsErrorException mistake)
        {
            error = mistake.Error;
        }

        var texts = Texts.For(LanguageSet(sets) ?? loader.LanguageSoFar());
        return new SettingsResult.Refused(texts.Error(Excerpt.WithoutControls(error(texts))));
    }

    /// <summary>The language of the last valid <c>--set</c> for it; null when there is none.</summary>
    public static Language? LanguageSet(IReadOnlyList<string> sets) => LastLanguage(
        sets.Select(SettingOverride.TryParse).Where(option => option?.Key == ServerSettingsReader.LanguageKey).Select(option => option!.Value));

    private static Language? LastLanguage(IEnumerable<string?> codes)
    {
        Language? last = null;
        foreach (var code in codes)
            last = Languages.TryParse(code, out var language) ? language : last;
        return last;
    }

    // A file with a mistake may set its language before the mistake.
    private Language LanguageSoFar() => LastLanguage(
        _checked.Settings.Where(setting => setting.Path == ServerSettingsReader.LanguageKey).Select(setting => setting.Text)) ?? Language.Spanish;

    private void AddAll(IReadOnlyList<string> configFiles, IReadOnlyList<string> sets, string? logLevel)
    {
        foreach (var name in configFiles)
            _checked.Add(Open(name));
        foreach (var set in sets)
            AddSet(set);
        if (logLevel is not null)
            AddLogLevel(logLevel);
    }

    private static SourceText Open(string name)
    {
        try
        {
            return new SettingsFile(name).Read();
        }
        catch (ArgumentException impossible)
        {
            // Thrown for names that no file can have: empty, or with a NUL.
            throw new SettingsErrorException(texts => texts.ConfigFileMissing(Excerpt.Truncate(name)), impossible);
        }
    }

    private void AddSet(string text)
    {
        var option = SettingOverride.TryParse(text) ?? throw new SettingsErrorException(texts => texts.BadSetOption(Excerpt.Truncate(Secret.RedactOption(text))));
        if (_schema.CheckRoot(option.Key) is { } error)
            throw new SettingsErrorException(error);
        _checked.Add(option.Source);
    }

    private void AddLogLevel(string level)
    {
        if (!LogLevels.Contains(level, StringComparer.OrdinalIgnoreCase))
            throw new SettingsErrorException(texts => texts.BadValue("--log-level", Excerpt.Truncate(level), texts.ExpectedOneOf(LogLevels)));
        _checked.Add(new SettingOverride(ServerSettingsReader.LogLevelKey, level.ToUpperInvariant()).Source);
    }

    // Returns null exactly when it sets the error.
    private SettingsResult.Loaded? Read(Func<string, string?> environment, out SettingsError? error)
    {
        var tree = SettingsTree.Build(_checked.Settings);
        References.Check(_checked.Settings, tree);
        var config = ConfigurationFactory.ParseString(_checked.Document);
        error = _schema.Check(config, tree.Locate);
        if (error is not null)
            return null;

        var reader = new SettingsReader(config, tree.Locate);
        var settings = ServerSettingsReader.Read(reader, environment);
        error = reader.Error;
        return error is null ? new SettingsResult.Loaded(settings, config, [.. _checked.Settings.Skip(_builtInCount)]) : null;
    }
}
