using Akka.Actor;

namespace Akka.Dispatch.SysMsg;

/// <summary>An actor has stopped: for its parent and for its watchers.</summary>
internal sealed class DeathWatchNotification(InternalActorRef actor, bool existenceConfirmed) : SystemMessage
{
    public InternalActorRef Actor { get; } = actor;

    public bool ExistenceConfirmed { get; } = existenceConfirmed;
}
