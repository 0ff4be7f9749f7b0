using System.Text;
using ActorChat.Server.Resources;
using Akka.Configuration.Hocon;

namespace ActorChat.Server.Configuration;

/// <summary>
/// Reads the settings from all their sources. The stronger first: the log level of the command line, its <c>--set</c> (the
/// last one wins), its files (the last one wins), the built-in ones.
/// </summary>
internal sealed class SettingsLoader
{
    /// <summary>The resource that holds the built-in settings, which is <c>hocon/server.hocon</c>.</summary>
    public const string BuiltInResource = "server.hocon";

    /// <summary>The levels of the log, the most talkative first.</summary>
    public static readonly IReadOnlyList<string> LogLevels = ["DEBUG", "INFO", "WARNING", "ERROR", "OFF"];

    private readonly SettingsLayers _layers = new();
    private readonly KnownKeys _known;
    private readonly Language? _languageSet;

    private SettingsLoader(Language? languageSet)
    {
        _languageSet = languageSet;
        var builtIn = BuiltIn();
        if (_layers.Add(builtIn, NoInclude, error => _ => error) is { } fault)
            throw new InvalidOperationException(fault(Texts.For(Language.Spanish)));
        _known = new KnownKeys(_layers.Config);
    }

    /// <summary>Reads and checks everything. Reads files, changes nothing.</summary>
    /// <param name="configFiles">The files, the weakest first.</param>
    /// <param name="sets">What was given with <c>--set</c>: <c>KEY=VALUE</c>, the weakest first.</param>
    /// <param name="logLevel">One of <see cref="LogLevels"/>, in any case of the letters; null leaves it to the settings.</param>
    public static SettingsResult Load(IReadOnlyList<string> configFiles, IReadOnlyList<string> sets, string? logLevel)
    {
        var loader = new SettingsLoader(LanguageSet(sets));
        var complaint = loader.AddAll(configFiles, sets, logLevel) ?? loader._known.Check(loader._layers.Config);
        if (complaint is null)
        {
            var reader = new SettingsReader(loader._layers.Config);
            var settings = ServerSettingsReader.Read(reader);
            if (reader.Complaint is null)
                return new SettingsResult.Loaded(settings, loader._layers.Config);
            complaint = reader.Complaint;
        }

        var texts = Texts.For(loader.BestLanguage());
        return new SettingsResult.Refused(texts.Error(Excerpt.WithoutControls(complaint(texts))));
    }

    /// <summary>The language that the last of the <c>--set</c> for it asks for; null when none does, or not for one that exists.</summary>
    public static Language? LanguageSet(IReadOnlyList<string> sets)
    {
        Language? asked = null;
        foreach (var set in sets)
        {
            if (SetOption.TryParse(set) is { Key: ServerSettingsReader.LanguageKey } option)
                asked = Languages.TryParse(option.Value, out var language) ? language : asked;
        }

        return asked;
    }

    private static string BuiltIn()
    {
        using var stream = typeof(SettingsLoader).Assembly.GetManifestResourceStream(BuiltInResource)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static HoconRoot NoInclude(string path) =>
        throw new InvalidOperationException($"The built-in settings include '{path}': they must stand alone.");

    private Complaint? AddAll(IReadOnlyList<string> configFiles, IReadOnlyList<string> sets, string? logLevel) =>
        FirstComplaint(configFiles, AddFile) ?? FirstComplaint(sets, AddSet) ?? (logLevel is null ? null : AddLogLevel(logLevel));

    private static Complaint? FirstComplaint(IEnumerable<string> sources, Func<string, Complaint?> add) =>
        sources.Select(add).FirstOrDefault(complaint => complaint is not null);

    private Complaint? AddFile(string name)
    {
        try
        {
            var file = new SettingsFile(name);
            return _layers.Add(file.Read(), file.Include, error => texts => texts.ConfigFileError(name, error));
        }
        catch (ComplaintException known)
        {
            return known.Complaint;
        }
        catch (ArgumentException)
        {
            // No file has such a name: it is empty, or has a NUL in it.
            return texts => texts.ConfigFileMissing(Excerpt.Of(name));
        }
    }

    private Complaint? AddSet(string text)
    {
        if (SetOption.TryParse(text) is not { } option)
            return texts => texts.BadSetOption(Excerpt.Of(Secret.ShownOption(text)));

        var here = new SettingsFile("--set");
        return _known.CheckRoot(option.Key)
            ?? _layers.Add(option.Line, here.Include, error => texts => texts.UnreadableSetOption(Excerpt.Of(Secret.ShownOption(text)), error));
    }

    private Complaint? AddLogLevel(string level)
    {
        if (!LogLevels.Contains(level, StringComparer.OrdinalIgnoreCase))
            return texts => texts.BadValue("--log-level", Excerpt.Of(level), texts.ExpectedOneOf(LogLevels));

        return _layers.Add($"{ServerSettingsReader.LogLevelKey} = {level.ToUpperInvariant()}", NoInclude, error => _ => error);
    }

    // A file that cannot be read cannot say its language: then those before it decide.
    private Language BestLanguage()
    {
        if (_languageSet is { } set)
            return set;

        var config = _layers.Config;
        if (!config.GetValue(ServerSettingsReader.Section)!.IsObject() || config.GetValue(ServerSettingsReader.LanguageKey) is not { } value)
            return Language.Spanish;

        return Languages.TryParse(value.IsString() ? value.GetString() : null, out var language) ? language : Language.Spanish;
    }
}
