using System.Diagnostics;
using ActorChat.Server.Transport.Liveness;
using Akka.Actor;

namespace ActorChat.Server.Chat.Ghosts;

/// <summary>
/// Probes the peer of the connection that holds a nickname, as its child. Reports the result to all who claim the nickname meanwhile.
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

    // Answers the remaining claimants: the holder has left, by itself or as a ghost.
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

    // Gives late claims the same answer.
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

        // Reports to the parent first: a claim caused by the answers below needs a new probe.
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
