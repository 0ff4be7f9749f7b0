using ActorChat.Server.Storage.Sqlite.Sessions;
using Akka.Actor;

namespace ActorChat.Benchmarks.Durable;

/// <summary>
/// Durable messages a second through the persistence actor, under 1 to 1,000 senders of which each waits for its confirmation,
/// against the plain loop on the same disk: loop, actor, loop, actor…
/// </summary>
internal static class DurableRun
{
    private static readonly int[] Senders = [1, 10, 100, 1_000];

    // The dispatchers as hocon/server.hocon has them.
    private const string Settings = """
        akka.loglevel = WARNING
        actorchat.storage.dispatcher { type = PinnedDispatcher, throughput = 1000 }
        actorchat.storage.reading-dispatcher { type = PinnedDispatcher, throughput = 1000 }
        actorchat.storage.search-dispatcher { type = PinnedDispatcher, throughput = 1000 }
        actorchat.storage.users-dispatcher { type = PinnedDispatcher, throughput = 1000 }
        actorchat.storage.accounts-dispatcher { type = PinnedDispatcher, throughput = 1000 }
        """;

    /// <summary>Measures and prints; leaves no file behind.</summary>
    public static async Task Run(DurableOptions options, TextWriter output)
    {
        var folder = Directory.CreateDirectory(Path.Combine(options.Folder, $"actorchat-durable-{Guid.NewGuid():N}"));
        try
        {
            await Measure(folder.FullName, options, output);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task Measure(string folder, DurableOptions options, TextWriter output)
    {
        using var loop = new BareLoop(Path.Combine(folder, "loop.db"));
        using var system = ActorSystem.Create("durable", Settings);
        var load = system.ActorOf(Props.Create<LoadActor>(SqlitePersistence.ContextOf(Path.Combine(folder, "actor.db"))), "load");
        await load.Ask<LoadCommand.Ready>(new LoadCommand.Open());
        var rounds = await Rounds(loop, load, options);
        await load.Ask<LoadCommand.Closed>(new LoadCommand.Close());
        await system.Terminate();
        await Print(output, options, rounds);
    }

    // Each round has every number of senders: a quiet minute of the machine is not one row's alone. The first only warms up: code
    // is compiled, the files get their first pages.
    private static async Task<List<Pair[]>> Rounds(BareLoop loop, IActorRef load, DurableOptions options)
    {
        var length = TimeSpan.FromSeconds(options.Seconds);
        var rounds = new List<Pair[]>();
        for (var round = 0; round <= options.Rounds; round++)
        {
            var pairs = new Pair[Senders.Length];
            for (var i = 0; i < pairs.Length; i++)
                pairs[i] = new Pair(loop.Run(length), await load.Ask<Slice>(new LoadCommand.Measure(Senders[i], length)));
            rounds.Add(pairs);
        }

        rounds.RemoveAt(0);
        return rounds;
    }

    private static async Task Print(TextWriter output, DurableOptions options, List<Pair[]> rounds)
    {
        await output.WriteLineAsync(
            $"SQLite {SqliteNative.Version}, {Environment.ProcessorCount} processors, in {Path.GetFullPath(options.Folder)}; "
            + $"medians of {options.Rounds} rounds of {options.Seconds} s.");
        await output.WriteLineAsync(DurableTable.Loop([.. rounds.SelectMany(pairs => pairs)]));
        await output.WriteLineAsync();
        await output.WriteLineAsync(DurableTable.Head);
        for (var i = 0; i < Senders.Length; i++)
            await output.WriteLineAsync(DurableTable.Row(Senders[i], [.. rounds.Select(pairs => pairs[i])]));
    }
}
