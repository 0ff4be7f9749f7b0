namespace ActorChat.Server.Configuration.Hocon;

/// <summary>Checks that references end. A circular one would crash the process: Akka's parser recurses until the stack overflows.</summary>
internal sealed class References
{
    // Counts sections within sections and references through references.
    private const int MaxDepth = 200;
    private const int MaxLength = 1 << 22;

    private readonly SettingsTree _tree;
    private readonly HashSet<string> _visiting = [];
    private readonly Dictionary<string, Extent> _measured = [];

    private References(SettingsTree tree) => _tree = tree;

    /// <summary>Checks all assignments, overridden ones included: Akka's parser resolves those too.</summary>
    /// <exception cref="SettingsErrorException">A reference is unknown, circular, too large or of the wrong kind.</exception>
    public static void Check(IEnumerable<Setting> all, SettingsTree tree)
    {
        foreach (var reference in all.SelectMany(setting => setting.References))
        {
            if (tree.Find(reference.Path) is null)
                throw reference.Place.Fail(texts => texts.HoconUnknownReference(Excerpt.Truncate(reference.Path)));
        }

        var references = new References(tree);
        foreach (var root in tree.Roots)
            references.Measure(root, from: null, depth: 0);
    }

    private Extent Measure(string path, Reference? from, int depth)
    {
        if (_measured.TryGetValue(path, out var known))
            return CheckBounds(known, from, depth);
        if (depth > MaxDepth)
            throw from!.Place.Fail(texts => texts.HoconTooManyReferences);
        if (!_visiting.Add(path))
            throw from!.Place.Fail(texts => texts.HoconCycle(Excerpt.Truncate(path)));

        var setting = _tree.Find(path)!;
        var extent = new Extent(0, setting.Text?.Length ?? 1, setting.Kind is SettingKind.Text or SettingKind.Reference);
        foreach (var child in _tree.ChildrenOf(path))
            extent = extent.Enclose(Measure(child, from, depth + 1));
        foreach (var reference in setting.References)
            extent = MeasureTarget(reference, extent, depth + 1);

        _visiting.Remove(path);
        return _measured[path] = CheckBounds(extent, from, depth);
    }

    private Extent MeasureTarget(Reference reference, Extent outer, int depth)
    {
        var target = Measure(reference.Path, reference, depth);
        if (reference.Joined && !target.IsText)
            throw reference.Place.Fail(texts => texts.HoconJoined);
        return outer.Enclose(target) with { IsText = outer.IsText && target.IsText };
    }

    private static Extent CheckBounds(Extent extent, Reference? from, int depth) => from is null || (depth + extent.Height <= MaxDepth && extent.Size <= MaxLength)
        ? extent
        : throw from.Place.Fail(texts => texts.HoconTooManyReferences);

    /// <param name="Height">The levels below.</param>
    /// <param name="Size">Characters after resolving all references.</param>
    /// <param name="IsText">Whether the resolved value is one text.</param>
    private readonly record struct Extent(int Height, long Size, bool IsText)
    {
        public Extent Enclose(Extent inner) => this with { Height = Math.Max(Height, inner.Height + 1), Size = Size + inner.Size };
    }
}
