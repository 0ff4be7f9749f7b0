using Akka.Actor;

namespace ActorChat.Server.Watching;

/// <summary>
/// The seam to what Akka.NET does not have: the look at the tree, and the runtime's own meter. With the official packages there is
/// neither, which whoever asks is told.
/// </summary>
internal static class RuntimeInspector
{
    /// <summary>The names of the meters that the runtime has.</summary>
    public static IReadOnlyList<string> Meters => [];

    /// <summary>The tree; null where the runtime shows none.</summary>
    public static ActorView? Take(ActorSystem system) => null;

    /// <summary>Has the working time of actors measured until the result is disposed of; null where the runtime cannot.</summary>
    public static IDisposable? MeasureProcessing() => null;
}
