namespace Akka.Actor;

/// <summary>The root of the tree: stops when <c>/system</c> has stopped, and stops whichever guardian fails.</summary>
internal sealed class RootGuardian : UntypedActor
{
    protected override void PreStart() => Context.Watch(Context.Child("system"));

    protected override void OnReceive(object message)
    {
        if (message is Terminated)
            Context.Stop(Self);
        else
            Unhandled(message);
    }

    protected override SupervisorStrategy SupervisorStrategy() => Actor.SupervisorStrategy.StoppingStrategy;
}
