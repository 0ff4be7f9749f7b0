using Akka.Actor;

namespace Akka.Dispatch.SysMsg;

/// <summary>The watcher no longer wants to know.</summary>
internal sealed class Unwatch(InternalActorRef watcher) : SystemMessage
{
    public InternalActorRef Watcher { get; } = watcher;
}
