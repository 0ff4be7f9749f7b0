using System.Diagnostics;
using ActorChat.Server.Transport.Liveness;
using Akka.Actor;

namespace ActorChat.Server.Chat.Ghosts;

/// <summary>
/// A child of the connection that holds a nickname: asks its peer for a sign of life, and tells all who claim the nickname meanwhile how it
/// went.
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

    // For those without an answer: the holder has left, by itself or as a ghost.
    protected override void PostStop()
    {
        foreach (var claimant in _claimants)
            claimant.Tell(new GhostEvent.HolderLeft(Context.Parent));
    }

    private void Probing()
    {
        Receive<GhostCommand.ReclaimNickname>(claim => _claimants.Add(claim.From));
        Receive<CheckDue>(_ => Check());
    }

    // Claims of the last moment have the same answer.
    private void Alive()
    {
        Receive<GhostCommand.ReclaimNickname>(claim => claim.From.Tell(GhostEvent.HolderAlive.Instance));
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

        // First of all: a claim that follows from an answer is a case of its own.
        Context.Parent.Tell(GhostCommand.PeerAlive.Instance);
        foreach (var claimant in _claimants)
            claimant.Tell(GhostEvent.HolderAlive.Instance);
        _claimants.Clear();
        Become(Alive);
    }

    private sealed record CheckDue : INoSerializationVerificationNeeded
    {
        public static readonly CheckDue Instance = new();
    }
}
