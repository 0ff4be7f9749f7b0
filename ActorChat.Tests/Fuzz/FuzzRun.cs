using System.Diagnostics;
using ActorChat.Tests.Fuzz.Attacks;
using ActorChat.Tests.Fuzz.Checks;

namespace ActorChat.Tests.Fuzz;

/// <summary>
/// A storm from its beginning to the audit behind it: the server lives and logs no error, the control pair misses nothing and sees
/// nothing that it should not, and afterwards everything is as it was before.
/// </summary>
/// <param name="seed">What all that is random begins with.</param>
internal sealed class FuzzRun(int seed)
{
    // The chat connections of the control pair.
    private const int Pair = 2;

    private readonly StormFigures _figures = new();

    /// <summary>By how much memory may have grown from the end of the warm-up to the end of the storm, in bytes.</summary>
    public long MostGrowth { get; init; } = long.MaxValue;

    /// <summary>Runs it. Gives the figures.</summary>
    /// <param name="warmUp">Attacks before the level is taken, so that what every process makes once has been made.</param>
    /// <param name="storm">The storm.</param>
    public async Task<string> RunAsync(int warmUp, Func<Storm, Task> storm)
    {
        using var folder = new TemporaryFolder();
        var generator = new AttackGenerator(seed);
        var suspects = new Suspects(seed, generator);
        using var server = await FuzzServer.StartAsync(folder, suspects.Complain);
        await using var control = await server.StartControlAsync(suspects.Complain);
        var attacks = new Storm(generator, new Attacker(server, _figures, suspects.Complain), suspects);
        var before = await LevelAfterAsync(server, () => attacks.RunAsync(warmUp));
        var began = Stopwatch.GetTimestamp();
        await storm(attacks);
        var took = Stopwatch.GetElapsedTime(began);
        suspects.AssertNone();

        // What the collector has found to be garbage goes back to the system little by little.
        var after = await server.SettledAsync(level => level.IsBackAt(before) && level.Resident - before.Resident < MostGrowth);
        Assert.True(after.IsBackAt(before), $"{after} afterwards, {before} before (seed {seed}).");
        Assert.True(after.Resident - before.Resident < MostGrowth, $"{after} afterwards, {before} before (seed {seed}).");
        await control.DisposeAsync();
        Assert.Equal(0, await server.StopAsync());
        suspects.AssertNone();
        Audit(server, control);
        return FormattableString.Invariant(
            $"{_figures}; storm of {took.TotalSeconds:N1} s; control pair: {control.Rounds:N0} rounds, {control.Ana.Received + control.Beto.Received:N0} lines and {control.Confirmed.Count:N0} confirmations, none lost, slowest round {control.Slowest.TotalMilliseconds:N0} ms; before: {before}; after: {after}; seed {seed}");
    }

    private static async Task<ServerLevel> LevelAfterAsync(FuzzServer server, Func<Task> warmUp)
    {
        var start = await server.SettledAsync(level => level.Connections == Pair);
        await warmUp();
        return await server.SettledAsync(level => level.IsBackAt(start));
    }

    private void Audit(FuzzServer server, ControlPair control)
    {
        var stored = server.Stored().ToList();
        var confirmed = stored.Where(message => message.Author is null).Select(message => message.Text).ToList();
        AssertOnce(control.Confirmed, [.. confirmed.Where(text => text.StartsWith("control ", StringComparison.Ordinal))]);
        var marked = confirmed.ToLookup(text => text.Split(' ')[0] + " ");
        foreach (var number in _figures.Marked)
            AssertStoredOnce(number, [.. marked[HostileGrammar.Mark(number)]]);
        Assert.True(confirmed.Count >= _figures.Confirmed.Value, $"{_figures.Confirmed.Value} were confirmed, {confirmed.Count} are stored (seed {seed}).");
        Assert.DoesNotContain(stored, message => DocumentedLines.HasWhatNoTerminalShouldSee(message.Text) || message.Text.Contains('\n', StringComparison.Ordinal));

        foreach (var member in new[] { control.Ana, control.Beto })
            AssertSeen(stored, member);
    }

    private void AssertStoredOnce(int number, List<string> stored) => Assert.True(
        stored.Count == 1,
        $"The message of {new AttackGenerator(seed).Create(number)} was confirmed, and is stored {stored.Count} times: {string.Join(", ", stored.Select(DocumentedLines.Visible))} (seed {seed}).");

    private void AssertOnce(IReadOnlyList<string> confirmed, List<string> stored)
    {
        Assert.Empty(confirmed.Except(stored));
        Assert.Equal(stored.Count, stored.Distinct().Count());
        Assert.True(confirmed.Count <= stored.Count, $"Seed {seed}.");
    }

    // Every public message of everybody else, in the order of the ids.
    private void AssertSeen(List<(string? Author, string Text)> stored, ControlMember member)
    {
        var number = 0;
        using var seen = File.ReadLines(member.SeenFile).GetEnumerator();
        foreach (var (author, text) in stored.Where(message => message.Author is not null && message.Author != member.Name))
        {
            Assert.True(seen.MoveNext(), $"{member.Name} saw {number} messages and missed '{author}: {text}' (seed {seed}).");
            Assert.Equal($"{author}: {text}", seen.Current);
            number++;
        }

        Assert.False(seen.MoveNext(), $"{member.Name} saw something that is not stored (seed {seed}).");
    }
}
