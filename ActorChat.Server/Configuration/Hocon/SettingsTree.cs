namespace ActorChat.Server.Configuration.Hocon;

/// <summary>The assignments in effect: later ones override earlier ones.</summary>
internal sealed class SettingsTree
{
    private readonly Dictionary<string, Node> _nodes = [];
    private readonly Dictionary<string, Setting> _last = [];

    private SettingsTree() { }

    public IEnumerable<string> Roots => _nodes.Values.Where(node => node.Setting.Parent is null).Select(node => node.Setting.Path);

    /// <summary>The assignments in effect, in no particular order.</summary>
    public IEnumerable<Setting> Settings => _nodes.Values.Select(node => node.Setting);

    /// <exception cref="SettingsErrorException">Akka's parser would lose an assignment.</exception>
    public static SettingsTree Build(IEnumerable<Setting> settings)
    {
        var tree = new SettingsTree();
        foreach (var setting in settings)
            tree.Apply(setting);
        return tree;
    }

    public Setting? Find(string path) => _nodes.TryGetValue(path, out var node) ? node.Setting : null;

    public IReadOnlyCollection<string> ChildrenOf(string path) => _nodes[path].Children;

    /// <summary>Adds line and column to a mistake, if a file assigns the path.</summary>
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

    // In Akka's parser a list or reference does not override a section, and a section drops a reference.
    private static bool LosesSection(Setting? before, Setting setting) => (before?.Kind, setting.Kind) is
        (SettingKind.Section, SettingKind.List or SettingKind.Reference) or (SettingKind.Reference, SettingKind.Section);

    private void Remove(string path)
    {
        _nodes.Remove(path, out var removed);
        foreach (var child in removed!.Children)
            Remove(child);
    }

    private sealed record Node(Setting Setting, HashSet<string> Children);
}
