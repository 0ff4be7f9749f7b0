using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace ActorChat.Server.Telemetry;

/// <summary>The server's own metrics, besides the runtime's. Tagged with the name of the actor system.</summary>
internal static class ServerMeter
{
    public const string Name = "ActorChat.Server";

    private const string SystemTag = "actorchat.system";
    private const string ListenerTag = "actorchat.listener";
    private const string LimitTag = "actorchat.limit";

    private static readonly ConcurrentDictionary<Level, bool> Connections = new();
    private static readonly ConcurrentDictionary<Level, bool> Members = new();
    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> StoredMessages =
        Meter.CreateCounter<long>("actorchat.server.stored.messages", "{message}", "Messages committed to the database.");

    private static readonly Counter<long> LimitHits =
        Meter.CreateCounter<long>("actorchat.server.limit.hits", "{hit}", "Times that a client met a limit.");

    private static readonly Histogram<double> CommitDuration = Meter.CreateHistogram(
        "actorchat.server.commit.duration",
        "s",
        "Time that a transaction of messages takes, the disk included.",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1] });

    static ServerMeter()
    {
        Meter.CreateObservableUpDownCounter("actorchat.server.connection.count", () => Sums(Connections.Keys), "{connection}", "Connections of a port.");
        Meter.CreateObservableUpDownCounter("actorchat.server.member.count", () => Sums(Members.Keys), "{member}", "Users with a nickname.");
    }

    /// <summary>Counts a listener's connections until disposed. Calls the function on any thread.</summary>
    public static IDisposable TrackConnections(string system, string listener, Func<int> count) =>
        Track(Connections, count, new(SystemTag, system), new(ListenerTag, listener));

    /// <summary>Counts a room's members until disposed. Calls the function on any thread.</summary>
    public static IDisposable TrackMembers(string system, Func<int> count) => Track(Members, count, new KeyValuePair<string, object?>(SystemTag, system));

    public static void Committed(string system, int messages, TimeSpan duration)
    {
        StoredMessages.Add(messages, new KeyValuePair<string, object?>(SystemTag, system));
        CommitDuration.Record(duration.TotalSeconds, new KeyValuePair<string, object?>(SystemTag, system));
    }

    public static void LimitHit(string system, string listener, string limit) =>
        LimitHits.Add(1, new(SystemTag, system), new(ListenerTag, listener), new(LimitTag, limit));

    private static Level Track(ConcurrentDictionary<Level, bool> all, Func<int> count, params KeyValuePair<string, object?>[] tags)
    {
        var level = new Level(all, count, tags);
        all.TryAdd(level, true);
        return level;
    }

    // Sums equal tags: collectors could not tell two such measurements apart.
    private static IEnumerable<Measurement<long>> Sums(IEnumerable<Level> levels) => levels
        .GroupBy(level => string.Join('\n', level.Tags.Select(tag => tag.Value)))
        .Select(same => new Measurement<long>(same.Sum(level => level.Count()), same.First().Tags));

    private sealed class Level(ConcurrentDictionary<Level, bool> all, Func<int> count, KeyValuePair<string, object?>[] tags) : IDisposable
    {
        public Func<int> Count => count;

        public KeyValuePair<string, object?>[] Tags => tags;

        public void Dispose() => all.TryRemove(this, out _);
    }
}
