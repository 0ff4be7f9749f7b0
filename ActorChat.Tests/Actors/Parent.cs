using Akka.Actor;

namespace ActorChat.Tests.Actors;

/// <summary>Makes a child of each <see cref="Props"/> it is sent and answers with it; supervises with a given strategy.</summary>
internal sealed class Parent(SupervisorStrategy strategy) : UntypedActor
{
    protected override SupervisorStrategy SupervisorStrategy() => strategy;

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case Props child:
                Sender.Tell(Context.ActorOf(child), Self);
                break;
            case Exception failure:
                throw failure;
            default:
                Unhandled(message);
                break;
        }
    }
}
