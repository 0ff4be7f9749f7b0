using System.Diagnostics;
using ActorChat.Server.Net.Peers;
using Akka.Actor;

namespace ActorChat.Server.Chat.Ghosts;

/// <summary>
/// A child of the connection that holds a nickname: has its peer asked for a sign of life, and tells everybody who came for the nickname
/// meanwhile how it went.
/// </summary>
internal sealed class TrialActor : ReceiveActor, IWithTimers
{
    private readonly IPeerProbe _probe;
    private readonly GhostSettings _settings;
    private readonly long _begun = Stopwatch.GetTimestamp();
    private readonly List<IActorRef> _challengers = [];

    public TrialActor(IPeerProbe probe, GhostSettings settings)
    {
        _probe = probe;
        _settings = settings;
        Trying();
    }

    public ITimerScheduler Timers { get; set; } = null!;

    public static Props PropsFor(IPeerProbe probe, GhostSettings settings) => Props.Create<TrialActor>(probe, settings);

    protected override void PreStart()
    {
        _probe.Begin();
        Timers.StartPeriodicTimer(NextLook.Instance, NextLook.Instance, _settings.Interval, _settings.Interval);
    }

    // Whoever has no answer yet: the holder has left the room, by itself or as a ghost.
    protected override void PostStop()
    {
        foreach (var challenger in _challengers)
            challenger.Tell(new GhostEvent.HasLeft(Context.Parent));
    }

    private void Trying()
    {
        Receive<GhostCommand.Challenge>(challenge => _challengers.Add(challenge.From));
        Receive<NextLook>(_ => Look());
    }

    // Who came in the last moment has the same answer.
    private void Acquitted()
    {
        Receive<GhostCommand.Challenge>(challenge => challenge.From.Tell(GhostEvent.StillHere.Instance));
        Receive<NextLook>(_ => { });
    }

    private void Look()
    {
        switch (_probe.Look())
        {
            case PeerSign.Gone:
                Timers.Cancel(NextLook.Instance);
                Context.Parent.Tell(GhostCommand.Vanish.Instance);
                break;
            case PeerSign.None when Stopwatch.GetElapsedTime(_begun) < _settings.Limit:
                break;
            default:
                Acquit();
                break;
        }
    }

    private void Acquit()
    {
        Timers.Cancel(NextLook.Instance);
        _probe.End();

        // First of all: a challenge that follows from an answer is a case of its own.
        Context.Parent.Tell(GhostCommand.Acquit.Instance);
        foreach (var challenger in _challengers)
            challenger.Tell(GhostEvent.StillHere.Instance);
        _challengers.Clear();
        Become(Acquitted);
    }

    private sealed record NextLook
    {
        public static readonly NextLook Instance = new();
    }
}
