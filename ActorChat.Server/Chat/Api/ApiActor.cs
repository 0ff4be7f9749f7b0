using System.Runtime.InteropServices;
using ActorChat.Server.Storage;
using ActorChat.Server.Telemetry;
using ActorChat.Server.Transport;
using ActorChat.Server.Transport.Limits;
using Akka.Actor;

namespace ActorChat.Server.Chat.Api;

/// <summary>
/// Has each request of a program answered by a child of its own, and limits how many there are and how often a token may ask. Tells who watches
/// over the server whether it serves.
/// </summary>
internal sealed class ApiActor : ReceiveActor, ILogReceive
{
    public const string Name = "api";

    // Each costs some lookups and a commit, so that these are some seconds of work.
    private const int MaxRequests = 1000;

    private static readonly TimeSpan HealthTimeout = TimeSpan.FromSeconds(2);

    private readonly ApiContext _context;

    // As many as the operator has made tokens.
    private readonly Dictionary<string, TokenBucket> _rates = new(StringComparer.Ordinal);
    private readonly List<TaskCompletionSource<bool>> _health = [];
    private ActorTimer _healthTimeout;
    private int _requests;
    private IActorRef? _stopper;

    public ApiActor(ApiContext context)
    {
        _context = context;
        Receive<ApiCall>(OnCall);
        Receive<ApiCommand.Admit>(admit => Sender.Tell(new ApiEvent.Admitted(SecondsToWait(admit.Name))));
        Receive<Terminated>(_ => OnAnswered());
        Receive<HealthCall>(OnHealthCall);
        Receive<PersistenceEvent.Checked>(answer => AnswerHealth(answer.IsOpen));
        Receive<HealthOverdue>(_ => AnswerHealth(isGood: false));
        Receive<ApiCommand.Stop>(_ =>
        {
            _stopper = Sender;
            TellIfDrained();
        });
    }

    public static Props PropsFor(ApiContext context) => Props.Create<ApiActor>(context);

    protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(_ => Directive.Stop);

    // Its requests end with it, and say so.
    protected override void PreRestart(Exception reason, object? message)
    {
        if (_stopper is { } stopper)
            Self.Tell(new ApiCommand.Stop(), stopper);
        (message as ApiCall)?.Answer.TrySetResult(new ChatEvent.Rejected(RejectReason.Failed));
        base.PreRestart(reason, message);
    }

    protected override void PostStop() => AnswerHealth(isGood: false);

    private void OnCall(ApiCall call)
    {
        if (_stopper is not null || _requests >= MaxRequests)
        {
            call.Answer.TrySetResult(new ChatEvent.ApiRefused(ApiFault.ServerBusy));
            return;
        }

        _requests++;
        Context.Watch(Context.ActorOf(ApiRequestActor.PropsFor(_context, call)));
    }

    private int SecondsToWait(Nickname name)
    {
        if (_context.Rate is not { } rate)
            return 0;
        ref var bucket = ref CollectionsMarshal.GetValueRefOrAddDefault(_rates, name.Casefolded, out _);
        var now = _context.Clock.Now();
        if (bucket.TryTake(rate, now))
            return 0;
        ServerMeter.LimitHit(Context.System.Name, Name, Limit.MessagesPerSecond.Key());
        return (int)Math.Ceiling((bucket.NextAt(rate) - now).TotalSeconds);
    }

    private void OnAnswered()
    {
        _requests--;
        TellIfDrained();
    }

    private void TellIfDrained()
    {
        if (_requests == 0)
            _stopper?.Tell(new ApiEvent.Drained());
    }

    // Any number of those who ask cost one message.
    private void OnHealthCall(HealthCall call)
    {
        if (_stopper is not null)
        {
            call.Answer.TrySetResult(false);
            return;
        }

        _health.Add(call.Answer);
        if (_health.Count > 1)
            return;
        _context.Persistence.Tell(new PersistenceCommand.Check(Self));
        _healthTimeout.Set(_context.Clock.Now() + HealthTimeout, _context.Clock, Self, HealthOverdue.Instance);
    }

    private void AnswerHealth(bool isGood)
    {
        _healthTimeout.Off();
        foreach (var answer in _health)
            answer.TrySetResult(isGood);
        _health.Clear();
    }

    private sealed record HealthOverdue : INoSerializationVerificationNeeded
    {
        public static readonly HealthOverdue Instance = new();
    }
}
