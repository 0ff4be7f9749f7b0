using ActorChat.Server.Configuration.Checking;
using ActorChat.Server.Resources;
using Akka.Configuration;

namespace ActorChat.Server.Configuration;

/// <summary>
/// Reads the settings from all their sources. The stronger first: the log level of the command line, its <c>--set</c> (the
/// last one wins; the options for addresses and ports come last), its files (the last one wins), the built-in ones.
/// </summary>
internal sealed class SettingsLoader
{
    /// <summary>The levels of the log, the most talkative first.</summary>
    public static readonly IReadOnlyList<string> LogLevels = ["DEBUG", "INFO", "WARNING", "ERROR", "OFF"];

    private readonly CheckedText _checked = new();
    private readonly SettingsSchema _known;
    private readonly int _builtIn;

    private SettingsLoader()
    {
        _checked.Add(BuiltInSettings.Source);
        _builtIn = _checked.Settings.Count;
        _known = new SettingsSchema(SettingsTree.Build(_checked.Settings));
    }

    /// <summary>Reads and checks everything. Reads files, changes nothing.</summary>
    /// <param name="configFiles">The files, the weakest first.</param>
    /// <param name="sets">What was given with <c>--set</c>: <c>KEY=VALUE</c>, the weakest first.</param>
    /// <param name="logLevel">One of <see cref="LogLevels"/>, in any case of the letters; null leaves it to the settings.</param>
    /// <param name="environment">Gives the value of an environment variable; null for those of the process.</param>
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

    /// <summary>The language that the last of the <c>--set</c> for it asks for; null when none does, or not for one that exists.</summary>
    public static Language? LanguageSet(IReadOnlyList<string> sets) => LastLanguage(
        sets.Select(SettingOverride.TryParse).Where(option => option?.Key == ServerSettingsReader.LanguageKey).Select(option => option!.Value));

    private static Language? LastLanguage(IEnumerable<string?> codes)
    {
        Language? last = null;
        foreach (var code in codes)
            last = Languages.TryParse(code, out var language) ? language : last;
        return last;
    }

    // A text with a mistake may have said its language before it.
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
            // No file has such a name: it is empty, or has a NUL in it.
            throw new SettingsErrorException(texts => texts.ConfigFileMissing(Excerpt.Truncate(name)), impossible);
        }
    }

    private void AddSet(string text)
    {
        var option = SettingOverride.TryParse(text) ?? throw new SettingsErrorException(texts => texts.BadSetOption(Excerpt.Truncate(Secret.RedactOption(text))));
        if (_known.CheckRoot(option.Key) is { } error)
            throw new SettingsErrorException(error);
        _checked.Add(option.Source);
    }

    private void AddLogLevel(string level)
    {
        if (!LogLevels.Contains(level, StringComparer.OrdinalIgnoreCase))
            throw new SettingsErrorException(texts => texts.BadValue("--log-level", Excerpt.Truncate(level), texts.ExpectedOneOf(LogLevels)));
        _checked.Add(new SettingOverride(ServerSettingsReader.LogLevelKey, level.ToUpperInvariant()).Source);
    }

    // Null when the error says why not.
    private SettingsResult.Loaded? Read(Func<string, string?> environment, out SettingsError? error)
    {
        var tree = SettingsTree.Build(_checked.Settings);
        References.Check(_checked.Settings, tree);
        var config = ConfigurationFactory.ParseString(_checked.Document);
        error = _known.Check(config, tree.Locate);
        if (error is not null)
            return null;

        var reader = new SettingsReader(config, tree.Locate);
        var settings = ServerSettingsReader.Read(reader, environment);
        error = reader.Error;
        return error is null ? new SettingsResult.Loaded(settings, config, [.. _checked.Settings.Skip(_builtIn)]) : null;
    }
}
