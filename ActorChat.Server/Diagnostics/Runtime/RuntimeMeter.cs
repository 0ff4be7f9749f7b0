using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Akka.Actor;

namespace ActorChat.Server.Diagnostics.Runtime;

/// <summary>
/// The metrics of the actors, for every collector of .NET (<c>dotnet-counters</c>, OpenTelemetry). All are tagged with the name of
/// the actor system that they are about.
/// </summary>
internal static class RuntimeMeter
{
    /// <summary>The name of the meter.</summary>
    public const string Name = "ActorChat.Runtime";

    private const string SystemTag = "actorchat.system";
    private const string TypeTag = "actorchat.actor.type";

    private static readonly ConcurrentDictionary<ActorSystemStats, bool> Systems = new();
    private static readonly Meter Meter = new(Name);

    private static readonly Histogram<double> ProcessingDuration = Meter.CreateHistogram(
        "actorchat.actor.processing.duration",
        "s",
        "Time that actors work on one message; of asynchronous handlers the time up to their first wait.",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [1e-6, 5e-6, 2.5e-5, 1e-4, 5e-4, 0.0025, 0.01, 0.05, 0.25, 1, 5] });

    static RuntimeMeter()
    {
        Meter.CreateObservableUpDownCounter("actorchat.actor.count", () => OfActors(t => t.Living), "{actor}", "Actors alive.");
        Meter.CreateObservableUpDownCounter("actorchat.actor.mailbox.depth", () => OfActors(t => t.Waiting), "{message}", "Messages in the mailboxes.");
        Meter.CreateObservableCounter("actorchat.actor.processed.messages", () => OfActors(t => t.Processed), "{message}", "Messages that actors have worked on.");
        Meter.CreateObservableCounter("actorchat.actor.restarts", () => OfActors(t => t.Restarts), "{restart}", "Restarts of failed actors.");
        Meter.CreateObservableCounter("actorchat.dead_letters", () => OfSystems(s => s.DeadLetters), "{message}", "Messages that nobody could receive.");
        Meter.CreateObservableUpDownCounter("actorchat.tcp.connection.count", () => OfSystems(s => s.Tcp.Accepted - s.Tcp.Closed), "{connection}", "Open connections.");
        Meter.CreateObservableCounter("actorchat.tcp.accepted.connections", () => OfSystems(s => s.Tcp.Accepted), "{connection}", "Connections accepted.");
        Meter.CreateObservableCounter("actorchat.tcp.closed.connections", () => OfSystems(s => s.Tcp.Closed), "{connection}", "Accepted connections that have ended.");
        Meter.CreateObservableCounter("actorchat.tcp.refusals", () => OfSystems(s => s.Tcp.Refused), "{connection}", "Attempts to accept a connection that failed.");
    }

    /// <summary>Whether somebody wants to know how long messages take: only then it is measured.</summary>
    public static bool MeasuresProcessing => ProcessingDuration.Enabled;

    /// <summary>Makes metrics of a system's figures, until it ends.</summary>
    public static void Observe(ActorSystem system)
    {
        var stats = ActorSystemStats.Of(system);
        StatsCollector.StartIn((ExtendedActorSystem)system, stats);
        Systems.TryAdd(stats, true);
        system.RegisterOnTermination(() => Systems.TryRemove(stats, out _));
    }

    /// <summary>Has the time of each message measured, for <see cref="ActorView.Busy"/>, until the result is disposed of.</summary>
    public static IDisposable MeasureProcessing()
    {
        var listener = new MeterListener();
        listener.EnableMeasurementEvents(ProcessingDuration);
        listener.Start();
        return listener;
    }

    /// <summary>An actor of a type has worked on a message.</summary>
    public static void RecordProcessing(ActorTypeStats type, TimeSpan duration) =>
        ProcessingDuration.Record(duration.TotalSeconds, new(SystemTag, type.System), new(TypeTag, NameOf(type.Type)));

    // Summed up by name: two systems of one name, or two types, would otherwise be two measurements that nobody could tell apart.
    private static IEnumerable<Measurement<long>> OfActors(Func<ActorTypeStats, long> number) =>
        from type in Systems.Keys.SelectMany(system => system.Types)
        group number(type) by (type.System, Type: NameOf(type.Type)) into sums
        select new Measurement<long>(sums.Sum(), new(SystemTag, sums.Key.System), new(TypeTag, sums.Key.Type));

    private static IEnumerable<Measurement<long>> OfSystems(Func<ActorSystemStats, long> number) =>
        from system in Systems.Keys
        group number(system) by system.System into sums
        select new Measurement<long>(sums.Sum(), new KeyValuePair<string, object?>(SystemTag, sums.Key));

    private static string NameOf(Type type) => type.FullName ?? type.Name;
}
