using Akka.Actor;

namespace ActorChat.Tests.Stress.Population;

/// <summary>Watches workers, and stops watching some of them: of each other one it must be told the end, once.</summary>
internal sealed class Watcher(World world, int seed) : UntypedActor
{
    private readonly Random _random = new(seed);
    private readonly HashSet<IActorRef> _watched = [];
    private IActorRef _asking = ActorRefs.Nobody;

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case Watch watch:
                _watched.Add(Context.Watch(watch.Who));
                ForgetOne(watch.Who);
                break;
            case Terminated terminated:
                world.CountEnd();
                if (!_watched.Remove(terminated.ActorRef))
                    world.Complaints.Add($"{terminated.ActorRef} ended once more, or when nobody watched it");
                AnswerWhenEmpty();
                break;
            case TellWhenEmpty:
                _asking = Sender;
                AnswerWhenEmpty();
                break;
            default:
                world.Complaints.Add($"{Self}: {message} was sent by nobody");
                break;
        }
    }

    // Of one in ten the watch is taken back at once, when its end may be on the way already.
    private void ForgetOne(IActorRef who)
    {
        if (_random.Next(10) != 0)
            return;
        Context.Unwatch(who);
        _watched.Remove(who);
    }

    private void AnswerWhenEmpty()
    {
        if (_watched.Count > 0 || _asking.IsNobody())
            return;
        _asking.Tell(Empty.Instance);
        _asking = ActorRefs.Nobody;
    }

    /// <summary>Watch this one.</summary>
    public sealed record Watch(IActorRef Who);

    /// <summary>Answer with <see cref="Empty"/> when every watched one has ended.</summary>
    public sealed record TellWhenEmpty;

    /// <summary>Every watched one has ended.</summary>
    public sealed record Empty
    {
        /// <summary>The only instance.</summary>
        public static readonly Empty Instance = new();
    }
}
