using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

/// <summary>A reference without an actor behind it. A watcher of it is told at once that it does not exist.</summary>
internal abstract class MinimalActorRef : InternalActorRef
{
    public override bool IsTerminated => true;

    public override void SendSystemMessage(SystemMessage message)
    {
        if (message is Watch { Watcher: { } watcher })
            watcher.SendSystemMessage(new DeathWatchNotification(this, existenceConfirmed: false));
    }
}
