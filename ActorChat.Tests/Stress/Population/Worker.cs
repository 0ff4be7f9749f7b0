using Akka.Actor;

namespace ActorChat.Tests.Stress.Population;

/// <summary>Does what it is told, and checks that it is told it as promised: alone, in order, alive.</summary>
internal sealed class Worker(Life life, World world) : UntypedActor, IWithTimers
{
    private static readonly object TimerKey = new();

    // The number of the timer that is running; 0 for none. A new instance has none: timers end with the old one.
    private int _running;

    public ITimerScheduler Timers { get; set; } = null!;

    protected override void PreStart() => Alone("PreStart", () => { });

    protected override void PostStop() => Alone("PostStop", life.End);

    protected override void PreRestart(Exception reason, object? message) => Alone("PreRestart", world.CountRestart);

    protected override void PostRestart(Exception reason) => Alone("PostRestart", () => { });

    protected override void OnReceive(object message) => Handle(message, other: false);

    private void Handle(object message, bool other)
    {
        if (!life.Enter())
            world.Complaints.Add($"{life}: {message} beside something else");
        try
        {
            Work(message, other);
        }
        finally
        {
            life.Exit();
        }
    }

    private void Alone(string hook, Action action)
    {
        if (!life.Enter())
            world.Complaints.Add($"{life}: {hook} beside something else");
        if (life.HasEnded)
            world.Complaints.Add($"{life}: {hook} after its end");
        action();
        life.Exit();
    }

    private void Work(object message, bool other)
    {
        if (life.HasEnded)
            world.Complaints.Add($"{life}: {message} after its end");
        switch (message)
        {
            case Tick tick when tick.Number != _running:
                world.Complaints.Add($"{life}: tick {tick.Number} while timer {_running} runs");
                break;
            case Tick:
                _running = 0;
                break;
            case Work work:
                if (!work.Pair.Worked(work.Number))
                    world.Complaints.Add($"{life}: {work.Number} out of turn");
                try
                {
                    Do(work.Kind, other);
                }
                finally
                {
                    // Behind what it begins itself, so that the round is not over between the two.
                    world.Messages.End();
                }

                break;
            default:
                world.Complaints.Add($"{life}: {message} was sent by nobody");
                break;
        }
    }

    private void Do(Kind kind, bool other)
    {
        switch (kind)
        {
            case Kind.Plain:
                break;
            case Kind.Relay:
                Relay();
                break;
            case Kind.StartTimer:
                _running = ++life.Timers;
                Timers.StartSingleTimer(TimerKey, new Tick(_running), TimeSpan.FromMilliseconds(_running % 5));
                break;
            case Kind.CancelTimer:
                _running = 0;
                Timers.Cancel(TimerKey);
                break;
            case Kind.Become:
                Become(message => Handle(message, !other));
                break;
            case Kind.Leave:
                Context.Stop(Self);
                break;
            default:
                if (kind == Kind.Resume)
                    world.CountResume();
                throw new Asked(kind);
        }
    }

    private void Relay()
    {
        if (world.At((life.Slot + 1) % world.Slots) is not { } neighbour)
            return;
        if (life.ToNeighbour?.Receiver != neighbour)
            world.Relays.Enqueue(life.ToNeighbour = new Pair(neighbour));
        world.Messages.Begin();
        neighbour.Ref.Tell(life.ToNeighbour.Next(Kind.Plain), Self);
    }

    private sealed record Tick(int Number);
}
