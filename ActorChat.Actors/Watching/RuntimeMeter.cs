using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Akka.Actor;

namespace ActorChat.Actors.Watching;

/// <summary>
/// The runtime's metrics, for every collector of .NET (<c>dotnet-counters</c>, OpenTelemetry). While nobody collects them, they
/// cost an increment a message. All are tagged with the name of the system that they are about.
/// </summary>
public static class RuntimeMeter
{
    /// <summary>The name of the meter.</summary>
    public const string Name = "ActorChat.Actors";

    private const string SystemTag = "actorchat.system";
    private const string TypeTag = "actorchat.actor.type";
    private const string DirectionTag = "network.io.direction";
    private const string ErrorTag = "error.type";

    private static readonly ConcurrentDictionary<SystemActivity, bool> Systems = new();
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
        Meter.CreateObservableUpDownCounter("actorchat.tcp.connection.count", () => OfSystems(s => s.Tcp.Open), "{connection}", "Open connections.");
        Meter.CreateObservableCounter("actorchat.tcp.io", BytesOfTcp, "By", "Bytes received and sent.");
        Meter.CreateObservableCounter("actorchat.tcp.writes", () => OfSystems(s => s.Tcp.Writes), "{write}", "Writes accepted from actors.");
        Meter.CreateObservableCounter("actorchat.tcp.refusals", RefusalsOfTcp, "{connection}", "Attempts to accept a connection that failed.");
    }

    /// <summary>Whether somebody wants to know how long messages take.</summary>
    internal static bool MeasuresProcessing => ProcessingDuration.Enabled;

    /// <summary>Has the time of each message measured, for <see cref="ActorSnapshot.Busy"/>, until the result is disposed of.</summary>
    public static IDisposable MeasureProcessing()
    {
        var listener = new MeterListener();
        listener.EnableMeasurementEvents(ProcessingDuration);
        listener.Start();
        return listener;
    }

    internal static void Add(SystemActivity system) => Systems.TryAdd(system, true);

    internal static void Remove(SystemActivity system) => Systems.TryRemove(system, out _);

    internal static void RecordProcessing(ActorCell cell, TimeSpan duration) => ProcessingDuration.Record(
        duration.TotalSeconds, new(SystemTag, cell.SystemImpl.Name), new(TypeTag, NameOf(cell.Props.Type)));

    // Summed up by name: two systems of one name, or two types, would otherwise be two measurements that nobody could tell apart.
    private static IEnumerable<Measurement<long>> OfActors(Func<ActorTotals, long> number) =>
        from system in Systems.Keys
        from type in system.ByType()
        group number(type.Value) by (system.System, Type: NameOf(type.Key)) into sums
        select new Measurement<long>(sums.Sum(), new(SystemTag, sums.Key.System), new(TypeTag, sums.Key.Type));

    private static IEnumerable<Measurement<long>> OfSystems(Func<SystemActivity, long> number, params KeyValuePair<string, object?>[] tags) =>
        from system in Systems.Keys
        group number(system) by system.System into sums
        select new Measurement<long>(sums.Sum(), [new(SystemTag, sums.Key), .. tags]);

    private static IEnumerable<Measurement<long>> BytesOfTcp() =>
    [
        .. OfSystems(s => s.Tcp.BytesIn, new KeyValuePair<string, object?>(DirectionTag, "receive")),
        .. OfSystems(s => s.Tcp.BytesOut, new KeyValuePair<string, object?>(DirectionTag, "transmit")),
    ];

    private static IEnumerable<Measurement<long>> RefusalsOfTcp() =>
        from system in Systems.Keys
        from refusal in system.Tcp.Refusals
        group refusal.Value by (system.System, Reason: refusal.Key.ToString()) into sums
        select new Measurement<long>(sums.Sum(), new(SystemTag, sums.Key.System), new(ErrorTag, sums.Key.Reason));

    private static string NameOf(Type type) => type.FullName ?? type.Name;
}
