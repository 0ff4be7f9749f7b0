using ActorChat.Server.Configuration.Hocon;
using Akka.Configuration;
using Akka.Configuration.Hocon;

namespace ActorChat.Server.Configuration;

/// <summary>Knows the valid keys from the built-in settings, so that no second list can differ.</summary>
internal sealed class SettingsSchema
{
    private const string Root = "actorchat";

    // Longer paths get no suggestion: the edit distance takes quadratic time.
    private const int MaxGuessedLength = 200;

    // Sections that may hold keys of the actor runtime.
    private static readonly string[] OpenSections = ["akka", .. StorageSettings.Dispatchers];

    // The runtime's own defaults name every key that it reads.
    private static readonly Lazy<Config> Runtime = new(ConfigurationFactory.Default);

    private readonly Dictionary<string, bool> _isSection = [];
    private readonly string[] _roots;

    public SettingsSchema(SettingsTree builtIn)
    {
        foreach (var setting in builtIn.Settings)
            _isSection[setting.Path] = setting.Kind == SettingKind.Section;
        _roots = [.. builtIn.Roots];
    }

    /// <summary>Returns the first unknown key, or the first mix-up of section and value, with its place; null when there is none.</summary>
    public SettingsError? Check(Config config, Func<string, SettingsError, SettingsError> locate)
    {
        // Allows other root keys, since references may use them, unless they look like a mistyped root of ours.
        foreach (var (key, _) in config.AsEnumerable())
        {
            if (!_roots.Contains(key) && Nearest(key, _roots) is { } root)
                return locate(HoconWriter.Append("", key), texts => texts.UnknownKey(HoconWriter.Append("", key), root));
        }

        return _roots.Select(root => CheckValue(root, config.GetValue(root)!, open: false, locate)).FirstOrDefault(error => error is not null);
    }

    /// <summary>Checks the root of a path from <c>--set</c>. Null when it is known.</summary>
    public SettingsError? CheckRoot(string path)
    {
        var root = path.Split('.')[0];
        if (_roots.Contains(root))
            return null;

        // Suggests by the root alone: not every key of the runtime is known here.
        return Nearest(path, _isSection.Keys) is null && Nearest(root, _roots) is { } nearest
            ? texts => texts.UnknownKey(path, nearest + path[root.Length..])
            : Unknown(path);
    }

    private SettingsError? CheckValue(string path, HoconValue value, bool open, Func<string, SettingsError, SettingsError> locate)
    {
        if (!_isSection.TryGetValue(path, out var isSection))
            return open ? CheckOpen(path, value, locate) : locate(path, Unknown(path));
        if (isSection != value.IsObject())
            return locate(path, texts => texts.BadValue(path, Secret.Redact(path, Excerpt.Truncate(value)), isSection ? texts.ExpectedSection : texts.ExpectedSingleValue));

        return CheckItems(path, value, open || OpenSections.Contains(path), locate);
    }

    private SettingsError? CheckItems(string path, HoconValue value, bool open, Func<string, SettingsError, SettingsError> locate) => value.GetObject()?.Items
        .Select(item => CheckValue(HoconWriter.Append(path, item.Key), item.Value, open, locate))
        .FirstOrDefault(error => error is not null);

    // Allows names of the operator's own, such as dispatchers, unless they look like a mistyped runtime key.
    private SettingsError? CheckOpen(string path, HoconValue value, Func<string, SettingsError, SettingsError> locate)
    {
        var key = Last(path);
        if (path.Length > key.Length && Runtime.Value.GetValue(path[..^(key.Length + 1)])?.GetObject()?.Items.Keys is { } siblings
            && !siblings.Contains(key) && siblings.FirstOrDefault(sibling => EditDistance.Between(key, sibling) <= key.Length / 4) is { } nearest)
        {
            return locate(path, texts => texts.UnknownKey(path, path[..^key.Length] + nearest));
        }

        return CheckItems(path, value, open: true, locate);
    }

    private SettingsError Unknown(string path) => Nearest(path, _isSection.Keys) is { } nearest
        ? texts => texts.UnknownKey(path, nearest)
        : texts => texts.UnknownKeyNoHint(path);

    // Compares whole paths and last keys: the right key may be in the wrong section (actorchat.port).
    private static string? Nearest(string path, IEnumerable<string> known) => path.Length > MaxGuessedLength ? null : known
        .Select(key => (Key: key, Whole: EditDistance.Between(path, key), Last: EditDistance.Between(Last(path), Last(key))))
        .Where(found => found.Whole <= Math.Max(1, Relative(path).Length / 3) || found.Last <= Last(path).Length / 4)
        .OrderBy(found => found.Key.EndsWith($".{path}", StringComparison.Ordinal) ? 0 : Math.Min(found.Whole, found.Last + 1))

        // Of those that are about as near, the one that comes first in the documented settings.
        .ThenBy(found => found.Whole / 2)
        .Select(found => found.Key)
        .FirstOrDefault();

    private static string Last(string path) => path[(path.LastIndexOf('.') + 1)..];

    private static string Relative(string path) => path.StartsWith(Root + ".", StringComparison.Ordinal) ? path[(Root.Length + 1)..] : path;
}
