namespace Akka.Actor;

/// <summary>The parent of the runtime's own actors: stops after <c>/user</c>, so that they can serve it to its end.</summary>
internal sealed class SystemGuardian : UntypedActor
{
    protected override void PreStart() => Context.Watch(ActorCell.Current!.SystemImpl.Provider.Guardian);

    protected override void OnReceive(object message)
    {
        if (message is Terminated)
            Context.Stop(Self);
        else
            Unhandled(message);
    }
}
