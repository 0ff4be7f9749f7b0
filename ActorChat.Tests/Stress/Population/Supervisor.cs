using Akka.Actor;

namespace ActorChat.Tests.Stress.Population;

/// <summary>
/// Keeps some places filled. The odd ones decide for all children at once, and keep their children over a restart; the even ones
/// decide for each, and begin anew.
/// </summary>
internal sealed class Supervisor(World world, int number, int places, IReadOnlyList<IActorRef> watchers) : UntypedActor
{
    private bool IsOdd => number % 2 == 1;

    protected override void PreStart()
    {
        for (var slot = number * places; slot < (number + 1) * places; slot++)
            Fill(slot);
    }

    protected override void PreRestart(Exception reason, object? message)
    {
        world.CountRestart();
        if (!IsOdd)
            base.PreRestart(reason, message);
    }

    protected override void PostRestart(Exception reason)
    {
        if (!IsOdd)
            base.PostRestart(reason);
    }

    protected override SupervisorStrategy SupervisorStrategy() => IsOdd
        ? new AllForOneStrategy(Asked.Decide)
        : new OneForOneStrategy(Asked.Decide);

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            // Of one whose place this supervisor filled anew when it was restarted, the end is no news.
            case Emptied emptied when !world.IsClosing && world.At(emptied.Life.Slot) == emptied.Life:
                Fill(emptied.Life.Slot);
                break;
            case Emptied:
                break;
            default:
                world.Complaints.Add($"{Self}: {message} was sent by nobody");
                break;
        }
    }

    private void Fill(int slot)
    {
        var life = world.NewLife(slot);
        life.Ref = Context.ActorOf(Props.Create<Worker>(life, world));
        Context.WatchWith(life.Ref, new Emptied(life));
        watchers[slot % watchers.Count].Tell(new Watcher.Watch(life.Ref));
        watchers[(slot + 1) % watchers.Count].Tell(new Watcher.Watch(life.Ref));
        world.Settle(life);
    }

    private sealed record Emptied(Life Life);
}
