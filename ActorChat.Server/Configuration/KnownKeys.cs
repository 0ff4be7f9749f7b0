using Akka.Configuration;
using Akka.Configuration.Hocon;

namespace ActorChat.Server.Configuration;

/// <summary>The keys that exist: those of the built-in settings, so that no second list can differ from them.</summary>
internal sealed class KnownKeys
{
    private const string Root = "actorchat";

    // Nobody mistypes more, and comparing takes its time.
    private const int LongestGuessed = 200;

    // What stands in them is for the actor runtime to understand.
    private static readonly string[] OpenSections = [StorageSettings.Dispatcher, StorageSettings.UsersDispatcher];

    private readonly Dictionary<string, bool> _isSection = [];
    private readonly string[] _roots;

    /// <summary>The keys of the built-in settings.</summary>
    public KnownKeys(Config builtIn)
    {
        _roots = [.. builtIn.AsEnumerable().Select(root => root.Key)];
        Collect(builtIn, Root);
    }

    /// <summary>The full path of every key and section under <c>actorchat</c>, itself included.</summary>
    public IReadOnlyCollection<string> Paths => _isSection.Keys;

    /// <summary>The first key that does not exist, or that is a section where a value belongs or the reverse; null when all is well.</summary>
    public Complaint? Check(Config config)
    {
        // Other keys at the root may serve substitutions; one that is nearly a root of ours is a slip.
        foreach (var (key, _) in config.AsEnumerable())
        {
            if (!_roots.Contains(key) && Nearest(key, _roots) is { } root)
                return texts => texts.UnknownKey(HoconWriter.Append("", key), root);
        }

        // The others are sections as well, but whose keys are for others to judge.
        var flat = _roots.FirstOrDefault(root => !config.GetValue(root)!.IsObject());
        return flat is null ? CheckValue(config, Root, config.GetValue(Root)!) : NotSection(config.GetValue(flat)!, flat);
    }

    /// <summary>What is wrong with a path given by itself: that nobody would read it; null when somebody might.</summary>
    public Complaint? CheckRoot(string path)
    {
        var root = path.Split('.')[0];
        if (_roots.Contains(root))
            return null;

        // Not every key of the runtime is known here, but its root is.
        return Nearest(path, Paths) is null && Nearest(root, _roots) is { } nearest
            ? texts => texts.UnknownKey(path, nearest + path[root.Length..])
            : Unknown(path);
    }

    private void Collect(Config config, string path)
    {
        _isSection[path] = config.GetValue(path)!.IsObject();
        if (!_isSection[path] || OpenSections.Contains(path))
            return;

        foreach (var (key, _) in config.GetConfig(path)!.AsEnumerable())
            Collect(config, HoconWriter.Append(path, key));
    }

    private Complaint? CheckValue(Config config, string path, HoconValue value)
    {
        if (!_isSection.TryGetValue(path, out var isSection))
            return Unknown(path);
        if (isSection && !value.IsObject())
            return NotSection(value, path);
        if (!isSection && value.IsObject())
            return texts => texts.BadValue(path, Secret.Shown(path, Excerpt.Of(value)), texts.ExpectedSingleValue);
        if (!isSection || OpenSections.Contains(path))
            return null;

        return config.GetConfig(path)!.AsEnumerable()
            .Select(item => CheckValue(config, HoconWriter.Append(path, item.Key), item.Value))
            .FirstOrDefault(complaint => complaint is not null);
    }

    private static Complaint NotSection(HoconValue value, string path) =>
        texts => texts.BadValue(path, Secret.Shown(path, Excerpt.Of(value)), texts.ExpectedSection);

    private Complaint Unknown(string path) => Nearest(path, Paths) is { } nearest
        ? texts => texts.UnknownKey(path, nearest)
        : texts => texts.UnknownKeyNoHint(path);

    // A slip may be in the path as a whole, or the right key was looked for in the wrong section (actorchat.port).
    private static string? Nearest(string path, IEnumerable<string> known) => path.Length > LongestGuessed ? null : known
        .Select(key => (Key: key, Whole: EditDistance.Between(path, key), Last: EditDistance.Between(Last(path), Last(key))))
        .Where(found => found.Whole <= Math.Max(1, Relative(path).Length / 3) || found.Last <= Last(path).Length / 4)
        .OrderBy(found => Math.Min(found.Whole, found.Last + 1)).ThenBy(found => found.Whole)
        .Select(found => found.Key)
        .FirstOrDefault();

    private static string Last(string path) => path[(path.LastIndexOf('.') + 1)..];

    private static string Relative(string path) => path.StartsWith(Root + ".", StringComparison.Ordinal) ? path[(Root.Length + 1)..] : path;
}
