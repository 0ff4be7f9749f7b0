using System.Diagnostics;
using ActorChat.Server.Transport.Liveness;
using Akka.Actor;

namespace ActorChat.Server.Chat.Ghosts;

/// <summary>
/// A child of the connection that holds a nickname: has its peer asked for a sign of life, and tells everybody who came for the nickname
/// meanwhile how it went.
/// </summary>
internal sealed class LivenessProbeActor : ReceiveActor, IWithTimers
{
    private readonly IPeerProbe _probe;
    private readonly GhostSettings _settings;
    private readonly long _begun = Stopwatch.GetTimestamp();
    private readonly List<IActorRef> _claimants = [];

    public LivenessProbeActor(IPeerProbe probe, GhostSettings settings)
    {
        _probe = probe;
        _settings = settings;
        Probing();
    }

    public ITimerScheduler Timers { get; set; } = null!;

    public static Props PropsFor(IPeerProbe probe, GhostSettings settings) => Props.Create<LivenessProbeActor>(probe, settings);

    protected override void PreStart()
    {
        _probe.Begin();
        Timers.StartPeriodicTimer(CheckDue.Instance, CheckDue.Instance, _settings.Interval, _settings.Interval);
    }

    // Whoever has no answer yet: the holder has left the room, by itself or as a ghost.
    protected override void PostStop()
    {
        foreach (var challenger in _claimants)
            challenger.Tell(new GhostEvent.HolderLeft(Context.Parent));
    }

    private void Probing()
    {
        Receive<GhostCommand.ReclaimNickname>(challenge => _claimants.Add(challenge.From));
        Receive<CheckDue>(_ => Check());
    }

    // Who came in the last moment has the same answer.
    private void Alive()
    {
        Receive<GhostCommand.ReclaimNickname>(challenge => challenge.From.Tell(GhostEvent.HolderAlive.Instance));
        Receive<CheckDue>(_ => { });
    }

    private void Check()
    {
        switch (_probe.Check())
        {
            case PeerLiveness.Gone:
                Timers.Cancel(CheckDue.Instance);
                Context.Parent.Tell(GhostCommand.PeerGone.Instance);
                break;
            case PeerLiveness.None when Stopwatch.GetElapsedTime(_begun) < _settings.Limit:
                break;
            default:
                ReportAlive();
                break;
        }
    }

    private void ReportAlive()
    {
        Timers.Cancel(CheckDue.Instance);
        _probe.End();

        // First of all: a challenge that follows from an answer is a case of its own.
        Context.Parent.Tell(GhostCommand.PeerAlive.Instance);
        foreach (var challenger in _claimants)
            challenger.Tell(GhostEvent.HolderAlive.Instance);
        _claimants.Clear();
        Become(Alive);
    }

    private sealed record CheckDue
    {
        public static readonly CheckDue Instance = new();
    }
}
