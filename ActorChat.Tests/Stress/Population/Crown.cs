using Akka.Actor;

namespace ActorChat.Tests.Stress.Population;

/// <summary>Keeps the supervisors: most of their failures restart them, some stop them, and then another one takes the places over.</summary>
internal sealed class Crown(World world, int supervisors, int places, IReadOnlyList<IActorRef> watchers) : UntypedActor
{
    private int _failures;

    protected override void PreStart()
    {
        for (var number = 0; number < supervisors; number++)
            Enthrone(number);
    }

    protected override SupervisorStrategy SupervisorStrategy() =>
        new OneForOneStrategy(_ => ++_failures % 4 == 0 ? Directive.Stop : Directive.Restart);

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case Vacant vacant when !world.IsClosing:
                Enthrone(vacant.Number);
                break;
            case Vacant:
                break;
            default:
                world.Complaints.Add($"{Self}: {message} was sent by nobody");
                break;
        }
    }

    private void Enthrone(int number) =>
        Context.WatchWith(Context.ActorOf(Props.Create<Supervisor>(world, number, places, watchers)), new Vacant(number));

    private sealed record Vacant(int Number);
}
