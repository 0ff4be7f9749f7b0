namespace ActorChat.Server.Configuration.Checking;

/// <summary>
/// Follows the references. One that leads back to itself would end the process: Akka's parser calls itself until the stack is
/// used up, which nothing can catch.
/// </summary>
internal sealed class References
{
    // Sections within sections and references through references.
    private const int Deepest = 200;
    private const int Longest = 1 << 22;

    private readonly SettingsTree _tree;
    private readonly HashSet<string> _onTheWay = [];
    private readonly Dictionary<string, Extent> _done = [];

    private References(SettingsTree tree) => _tree = tree;

    /// <summary>Checks the references of all assignments, of those too that do not count: Akka's parser looks for what they name.</summary>
    /// <exception cref="SettingsErrorException">One leads nowhere, back to itself, or to what cannot stand in its place.</exception>
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
        if (_done.TryGetValue(path, out var known))
            return Bounded(known, from, depth);
        if (depth > Deepest)
            throw from!.Place.Fail(texts => texts.HoconTooManyReferences);
        if (!_onTheWay.Add(path))
            throw from!.Place.Fail(texts => texts.HoconCycle(Excerpt.Truncate(path)));

        var setting = _tree.Find(path)!;
        var extent = new Extent(0, setting.Text?.Length ?? 1, setting.Kind is SettingKind.Text or SettingKind.Reference);
        foreach (var child in _tree.Below(path))
            extent = extent.Around(Measure(child, from, depth + 1));
        foreach (var reference in setting.References)
            extent = Follow(reference, extent, depth + 1);

        _onTheWay.Remove(path);
        return _done[path] = Bounded(extent, from, depth);
    }

    private Extent Follow(Reference reference, Extent around, int depth)
    {
        var target = Measure(reference.Path, reference, depth);
        if (reference.Joined && !target.IsText)
            throw reference.Place.Fail(texts => texts.HoconJoined);
        return around.Around(target) with { IsText = around.IsText && target.IsText };
    }

    private static Extent Bounded(Extent extent, Reference? from, int depth) => from is null || (depth + extent.Height <= Deepest && extent.Size <= Longest)
        ? extent
        : throw from.Place.Fail(texts => texts.HoconTooManyReferences);

    /// <param name="Height">How many levels are below it.</param>
    /// <param name="Size">How much it becomes when every reference has its value.</param>
    /// <param name="IsText">Whether it then is one text.</param>
    private readonly record struct Extent(int Height, long Size, bool IsText)
    {
        public Extent Around(Extent inner) => this with { Height = Math.Max(Height, inner.Height + 1), Size = Size + inner.Size };
    }
}
