using Akka.Event;

namespace Akka.Actor;

/// <summary>What the runtime says about an actor in the log.</summary>
internal sealed partial class ActorCell
{
    /// <summary>Says, where that is wanted, that the actor has a new child.</summary>
    public void OnChildMade(InternalActorRef child) => LogRelation("now supervising", child);

    private void DebugLog(string text) =>
        SystemImpl.EventStream.Publish(new Debug(Self.Path.ToString(), _actor?.GetType() ?? Props.Type, text));

    private void LogLifecycle(string what)
    {
        if (SystemImpl.Settings.DebugLifecycle)
            DebugLog($"{what} ({(_actor?.GetType() ?? Props.Type).Name})");
    }

    private void LogRelation(string what, InternalActorRef other)
    {
        if (SystemImpl.Settings.DebugLifecycle)
            DebugLog($"{what} {other}");
    }

    private void LogError(Exception failure, string text) =>
        SystemImpl.EventStream.Publish(new Error(failure, Self.Path.ToString(), _actor?.GetType() ?? Props.Type, text));
}
