using Akka.Actor;
#if !UPSTREAM
using ActorChat.Actors.Watching;
using Runtime = ActorChat.Actors.Watching;
#endif

namespace ActorChat.Server.Watching;

/// <summary>
/// The seam to what Akka.NET does not have: the look at the tree, and the runtime's own meter. With the official packages there is
/// neither, which whoever asks is told.
/// </summary>
internal static class RuntimeInspector
{
#if UPSTREAM
    /// <summary>The names of the meters that the runtime has.</summary>
    public static IReadOnlyList<string> Meters => [];

    /// <summary>The tree; null where the runtime shows none.</summary>
    public static ActorView? Take(ActorSystem system) => null;

    /// <summary>Has the working time of actors measured until the result is disposed of; null where the runtime cannot.</summary>
    public static IDisposable? MeasureProcessing() => null;
#else
    /// <summary>The names of the meters that the runtime has.</summary>
    public static IReadOnlyList<string> Meters => [RuntimeMeter.Name];

    /// <summary>The tree; null where the runtime shows none.</summary>
    public static ActorView? Take(ActorSystem system) => Of(ActorInspector.Take(system));

    /// <summary>Has the working time of actors measured until the result is disposed of; null where the runtime cannot.</summary>
    public static IDisposable? MeasureProcessing() => RuntimeMeter.MeasureProcessing();

    private static ActorView Of(ActorSnapshot actor) => new(
        actor.Name,
        actor.Uid,
        actor.Type.Name,
        Of(actor.State),
        actor.Waiting,
        actor.Processed,
        actor.Restarts,
        actor.Age,
        actor.Busy,
        actor.InWork?.Name,
        [.. actor.Children.Select(Of)]);

    private static ActorState Of(Runtime.ActorState state) => state switch
    {
        Runtime.ActorState.Starting => ActorState.Starting,
        Runtime.ActorState.Running => ActorState.Running,
        Runtime.ActorState.Suspended => ActorState.Suspended,
        Runtime.ActorState.Restarting => ActorState.Restarting,
        _ => ActorState.Stopping,
    };
#endif
}
