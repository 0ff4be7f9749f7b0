using Akka.Actor;

namespace Akka.Dispatch.SysMsg;

/// <summary>The watcher wants to know when the watchee stops.</summary>
internal sealed class Watch(InternalActorRef watchee, InternalActorRef watcher) : SystemMessage
{
    public InternalActorRef Watcher { get; } = watcher;

    public override void AnswerForTheDead() =>
        Watcher.SendSystemMessage(new DeathWatchNotification(watchee, existenceConfirmed: true));
}
