namespace ActorChat.Server.Configuration.Checking;

/// <summary>What is left of all assignments when the later ones have won.</summary>
internal sealed class SettingsTree
{
    private readonly Dictionary<string, Node> _nodes = [];
    private readonly Dictionary<string, Setting> _last = [];

    private SettingsTree()
    {
    }

    /// <summary>The paths that nothing is around of.</summary>
    public IEnumerable<string> Roots => _nodes.Values.Where(node => node.Setting.Parent is null).Select(node => node.Setting.Path);

    /// <summary>The assignments that count, in no order that means anything.</summary>
    public IEnumerable<Setting> Settings => _nodes.Values.Select(node => node.Setting);

    /// <summary>Lays the assignments over each other.</summary>
    /// <exception cref="SettingsErrorException">Akka's parser would lose one of them.</exception>
    public static SettingsTree Build(IEnumerable<Setting> settings)
    {
        var tree = new SettingsTree();
        foreach (var setting in settings)
            tree.Apply(setting);
        return tree;
    }

    /// <summary>The assignment that counts for a path; null when there is none.</summary>
    public Setting? Find(string path) => _nodes.TryGetValue(path, out var node) ? node.Setting : null;

    /// <summary>The paths right below one.</summary>
    public IReadOnlyCollection<string> Below(string path) => _nodes[path].Children;

    /// <summary>A mistake in the value of a path or in the path itself, with its place if it stands in a file.</summary>
    public SettingsError Locate(string path, SettingsError error) =>
        _last.TryGetValue(path, out var setting) ? setting.Locate(error) : error;

    private void Apply(Setting setting)
    {
        _last[setting.Path] = setting;
        var before = Find(setting.Path);
        if (before?.Kind == SettingKind.Section && setting.Kind == SettingKind.Section)
            return;
        if (LosesSection(before, setting))
            throw setting.Place.Fail(texts => texts.HoconSectionMeetsReference(Excerpt.Truncate(setting.Path)));
        if (before is not null)
            Remove(setting.Path);
        _nodes[setting.Path] = new Node(setting, []);
        if (setting.Parent is { } parent)
            _nodes[parent].Children.Add(setting.Path);
    }

    // A list or a reference leaves the section as it was; a section drops the reference, which may name another one.
    private static bool LosesSection(Setting? before, Setting setting) => (before?.Kind, setting.Kind) is
        (SettingKind.Section, SettingKind.List or SettingKind.Reference) or (SettingKind.Reference, SettingKind.Section);

    private void Remove(string path)
    {
        _nodes.Remove(path, out var gone);
        foreach (var child in gone!.Children)
            Remove(child);
    }

    private sealed record Node(Setting Setting, HashSet<string> Children);
}
