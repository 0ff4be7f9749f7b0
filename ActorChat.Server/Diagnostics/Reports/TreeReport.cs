using ActorChat.Server.Diagnostics.Runtime;
using ActorChat.Server.Resources;

namespace ActorChat.Server.Diagnostics.Reports;

/// <summary>
/// The tree of actors as a table. Many children of one type are one row with their sums and maxima, followed by the few that stand
/// out: those that do not run, whose mailboxes are deep, that were restarted. Pure.
/// </summary>
internal static class TreeReport
{
    // So many children of one type are shown one by one.
    private const int MostSingle = 6;
    private const int MostStandingOut = 3;

    // Of actors whose mailboxes do not count.
    private const string Unknown = "-";

    /// <summary>The lines of the table.</summary>
    /// <param name="root">The tree.</param>
    /// <param name="texts">The language.</param>
    /// <param name="width">The most columns of the terminal that a line takes.</param>
    public static IReadOnlyList<string> Lines(ActorView root, Texts texts, int width = int.MaxValue) => TextTable.Lines(
        [
            new(texts.ActorHeading),
            new(texts.TypeHeading),
            new(texts.StateHeading, Usual: texts.StateRunning),
            new(texts.MailboxHeading, IsNumber: true),
            new(texts.ProcessedHeading, IsNumber: true),
            new(texts.RestartsHeading, IsNumber: true, Usual: "0"),
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

    private static IEnumerable<string[]> Rows(string type, IReadOnlyList<ActorView> actors, int depth, Texts texts) => actors.Count <= MostSingle
        ? actors.OrderBy(actor => actor.Name, StringComparer.Ordinal).SelectMany(actor => Rows(actor, depth, texts))
        : StandingOut(actors).SelectMany(actor => Rows(actor, depth + 1, texts)).Prepend(Summary(type, actors, depth, texts));

    private static IEnumerable<ActorView> StandingOut(IEnumerable<ActorView> actors) => actors
        .Where(actor => actor.State != ActorState.Running || actor.Waiting > 1 || actor.Restarts > 0)
        .OrderByDescending(actor => actor.State)
        .ThenByDescending(actor => actor.Waiting)
        .ThenByDescending(actor => actor.Restarts)
        .Take(MostStandingOut);

    private static string[] Row(ActorView actor, int depth, Texts texts) =>
    [
        Indented(depth, depth == 0 ? "/" : actor.Name),
        actor.Type,
        StateNames.Of(actor.State, texts),
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
        SumAndMost(actors, actor => actor.Waiting, texts),
        SumAndMost(actors, actor => actor.Processed, texts),
        SumAndMost(actors, actor => actor.Restarts, texts),
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
            ? StateNames.Of(states[0].Key, texts)
            : string.Join(", ", states.Select(state => $"{Quantities.Number(state.Value)} {StateNames.Of(state.Key, texts)}"));
    }

    private static string SumAndMost(IReadOnlyList<ActorView> actors, Func<ActorView, long?> number, Texts texts) => actors.Max(number) switch
    {
        null => Unknown,
        0 => "0",
        { } most => texts.SumAndMost(actors.Sum(number) ?? 0, most),
    };

    private static string Indented(int depth, string name) => new string(' ', 2 * depth) + name;
}
