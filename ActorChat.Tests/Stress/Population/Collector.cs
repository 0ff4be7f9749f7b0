using Akka.Actor;
using Akka.Event;

namespace ActorChat.Tests.Stress.Population;

/// <summary>Enters the dead letters into the accounts.</summary>
internal sealed class Collector(World world) : UntypedActor
{
    protected override void PreStart() => Context.System.EventStream.Subscribe(Self, typeof(DeadLetter));

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case DeadLetter { Message: Work work }:
                work.Pair.Died(work.Number);
                world.CountDeadLetter();
                world.Messages.End();
                break;
            case AreYouReady:
                Sender.Tell("ready");
                break;
            default:
                // Other dead letters: a PoisonPill that came too late, a watcher's answer.
                break;
        }
    }

    /// <summary>Answered when it has subscribed.</summary>
    public sealed record AreYouReady;
}
