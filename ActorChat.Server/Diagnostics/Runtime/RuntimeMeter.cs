using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Akka.Actor;

namespace ActorChat.Server.Diagnostics.Runtime;

/// <summary>Metrics of the actors, for <c>dotnet-counters</c> or OpenTelemetry. Tagged with the name of the actor system.</summary>
internal static class RuntimeMeter
{
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
        Meter.CreateObservableUpDownCounter("actorchat.actor.count", () => OfActors(t => t.Live), "{actor}", "Actors alive.");
        Meter.CreateObservableUpDownCounter("actorchat.actor.mailbox.depth", () => OfActors(t => t.Waiting), "{message}", "Messages in the mailboxes.");
        Meter.CreateObservableCounter("actorchat.actor.processed.messages", () => OfActors(t => t.Processed), "{message}", "Messages that actors have worked on.");
        Meter.CreateObservableCounter("actorchat.actor.restarts", () => OfActors(t => t.Restarts), "{restart}", "Restarts of failed actors.");
        Meter.CreateObservableCounter("actorchat.dead_letters", () => OfSystems(s => s.DeadLetters), "{message}", "Messages that nobody could receive.");
        Meter.CreateObservableUpDownCounter("actorchat.tcp.connection.count", () => OfSystems(s => s.Tcp.Accepted - s.Tcp.Closed), "{connection}", "Open connections.");
        Meter.CreateObservableCounter("actorchat.tcp.accepted.connections", () => OfSystems(s => s.Tcp.Accepted), "{connection}", "Connections accepted.");
        Meter.CreateObservableCounter("actorchat.tcp.closed.connections", () => OfSystems(s => s.Tcp.Closed), "{connection}", "Accepted connections that have ended.");
        Meter.CreateObservableCounter("actorchat.tcp.refusals", () => OfSystems(s => s.Tcp.Refused), "{connection}", "Attempts to accept a connection that failed.");
    }

    /// <summary>Whether anyone listens to processing times; otherwise they are not measured.</summary>
    public static bool MeasuresProcessing => ProcessingDuration.Enabled;

    /// <summary>Publishes the metrics of a system until it ends.</summary>
    public static void Observe(ActorSystem system)
    {
        var stats = ActorSystemStats.Get(system);
        StatsCollector.StartIn((ExtendedActorSystem)system, stats);
        Systems.TryAdd(stats, true);
        system.RegisterOnTermination(() => Systems.TryRemove(stats, out _));
    }

    /// <summary>Measures processing times for <see cref="ActorView.Busy"/> until disposed.</summary>
    public static IDisposable MeasureProcessing()
    {
        var listener = new MeterListener();
        listener.EnableMeasurementEvents(ProcessingDuration);
        listener.Start();
        return listener;
    }

    public static void RecordProcessing(ActorTypeStats type, TimeSpan duration) =>
        ProcessingDuration.Record(duration.TotalSeconds, new(SystemTag, type.System), new(TypeTag, NameOf(type.Type)));

    // Sums by name: collectors could not tell two systems or types of one name apart.
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
