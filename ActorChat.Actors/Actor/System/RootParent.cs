using Akka.Dispatch.SysMsg;
using Akka.Event;

namespace Akka.Actor;

/// <summary>What stands above the root: learns of its end and of its failure, both of which end the system.</summary>
internal sealed class RootParent(ActorPath path, ActorSystemImpl system) : MinimalActorRef
{
    public override ActorPath Path => path;

    public override InternalActorRef Parent => this;

    public override void Tell(object message, IActorRef? sender)
    {
    }

    public override void SendSystemMessage(SystemMessage message)
    {
        switch (message)
        {
            case DeathWatchNotification:
                system.OnRootStopped();
                break;
            case Failed failed:
                system.EventStream.Publish(new Error(failed.Cause, path.ToString(), GetType(), "guardian failed, shutting down system"));
                failed.Child.Stop();
                break;
            default:
                base.SendSystemMessage(message);
                break;
        }
    }
}
