using Akka.Event;

namespace Akka.Actor;

/// <summary>What the runtime says about an actor in the log.</summary>
internal sealed partial class ActorCell
{
    private void DebugLog(string text) =>
        SystemImpl.EventStream.Publish(new Debug(Self.Path.ToString(), _actor?.GetType() ?? Props.Type, text));

    private void LogLifecycle(string what)
    {
        if (SystemImpl.Settings.DebugLifecycle)
            DebugLog($"{what} ({(_actor?.GetType() ?? Props.Type).Name})");
    }

    private void LogError(Exception failure, string text) =>
        SystemImpl.EventStream.Publish(new Error(failure, Self.Path.ToString(), _actor?.GetType() ?? Props.Type, text));
}
