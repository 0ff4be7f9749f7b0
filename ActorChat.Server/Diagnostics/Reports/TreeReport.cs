using ActorChat.Server.Diagnostics.Runtime;
using ActorChat.Server.Resources;

namespace ActorChat.Server.Diagnostics.Reports;

/// <summary>
/// Shows the tree of actors. Folds many children of one type into a summary row, followed by outliers: not running, with
/// full mailboxes, or restarted. Pure.
/// </summary>
internal static class TreeReport
{
    // More children of one type are folded.
    private const int MaxRowsPerType = 6;
    private const int MaxOutliers = 3;

    // For actors whose mailboxes do not count.
    private const string Unknown = "-";

    public static IReadOnlyList<string> Lines(ActorView root, Texts texts, int width = int.MaxValue) => TextTable.Lines(
        [
            new(texts.ActorHeading),
            new(texts.TypeHeading),
            new(texts.StateHeading, Default: texts.StateRunning),
            new(texts.MailboxHeading, IsNumber: true),
            new(texts.ProcessedHeading, IsNumber: true),
            new(texts.RestartsHeading, IsNumber: true, Default: "0"),
            new(texts.AgeHeading, IsNumber: true),
        ],
        Rows(root, depth: 0, texts),
        width);

    private static IEnumerable<string[]> Rows(ActorView actor, int depth, Texts texts) =>
        actor.Children
            .GroupBy(child => child.Type)
            .OrderBy(group => group.Min(child => child.Name), StringComparer.Ordinal)
            .SelectMany(group => Rows(group.Key, [.. group], depth + 1, texts))
            .Prepend(Row(actor, depth, texts));

    private static IEnumerable<string[]> Rows(string type, IReadOnlyList<ActorView> actors, int depth, Texts texts) => actors.Count <= MaxRowsPerType
        ? actors.OrderBy(actor => actor.Name, StringComparer.Ordinal).SelectMany(actor => Rows(actor, depth, texts))
        : Outliers(actors).SelectMany(actor => Rows(actor, depth + 1, texts)).Prepend(Summary(type, actors, depth, texts));

    private static IEnumerable<ActorView> Outliers(IEnumerable<ActorView> actors) => actors
        .Where(actor => actor.State != ActorState.Running || actor.Waiting > 1 || actor.Restarts > 0)
        .OrderByDescending(actor => actor.State)
        .ThenByDescending(actor => actor.Waiting)
        .ThenByDescending(actor => actor.Restarts)
        .Take(MaxOutliers);

    private static string[] Row(ActorView actor, int depth, Texts texts) =>
    [
        Indented(depth, depth == 0 ? "/" : actor.Name),
        actor.Type,
        StateName(actor.State, texts),
        Quantities.Number(actor.Waiting),
        actor.Processed is { } processed ? Quantities.Number(processed) : Unknown,
        actor.Restarts is { } restarts ? Quantities.Number(restarts) : Unknown,
        actor.Age is { } age ? Quantities.Duration(age) : Unknown,
    ];

    private static string[] Summary(string type, IReadOnlyList<ActorView> actors, int depth, Texts texts) =>
    [
        Indented(depth, Folded(actors, texts)),
        type,
        States(actors, texts),
        SumAndMax(actors, actor => actor.Waiting, texts),
        SumAndMax(actors, actor => actor.Processed, texts),
        SumAndMax(actors, actor => actor.Restarts, texts),
        actors.Max(actor => actor.Age) is { } age ? Quantities.Duration(age) : Unknown,
    ];

    private static string Folded(IReadOnlyList<ActorView> actors, Texts texts)
    {
        var below = actors.Sum(actor => actor.WithPaths().LongCount() - 1);
        return below == 0 ? texts.ActorsFolded(actors.Count) : texts.ActorsFoldedWithMore(actors.Count, below);
    }

    private static string States(IReadOnlyList<ActorView> actors, Texts texts)
    {
        var states = actors.CountBy(actor => actor.State).OrderBy(state => state.Key).ToList();
        return states.Count == 1
            ? StateName(states[0].Key, texts)
            : string.Join(", ", states.Select(state => $"{Quantities.Number(state.Value)} {StateName(state.Key, texts)}"));
    }

    private static string StateName(ActorState state, Texts texts) => state switch
    {
        ActorState.Running => texts.StateRunning,
        ActorState.Starting => texts.StateStarting,
        ActorState.Stopping => texts.StateStopping,
        ActorState.Restarting => texts.StateRestarting,
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    private static string SumAndMax(IReadOnlyList<ActorView> actors, Func<ActorView, long?> number, Texts texts) => actors.Max(number) switch
    {
        null => Unknown,
        0 => "0",
        { } max => texts.SumAndMax(actors.Sum(number) ?? 0, max),
    };

    private static string Indented(int depth, string name) => new string(' ', 2 * depth) + name;
}
