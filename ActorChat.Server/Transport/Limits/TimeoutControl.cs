using Akka.Actor;
using Akka.Event;

namespace ActorChat.Server.Transport.Limits;

/// <summary>
/// Enforces <see cref="ClientLimits"/> for one connection: returns actions, which the connection executes. All deadlines share one timer, which
/// exists only while a deadline is set, and sends <see cref="Tick"/> to the connection.
/// </summary>
internal sealed class TimeoutControl(ClientLimits rules, TimeProvider clock, IActorRef connection)
{
    private static readonly TimeSpan Never = TimeSpan.MaxValue;

    // The pause between checks of a late client while the server itself has work pending.
    private static readonly TimeSpan CheckInterval = TimeSpan.FromSeconds(1);

    // Probes the reader after so many bytes of the connection's own: any kernel buffers that much.
    private const int BytesPerProbe = 4096;

    private ActorTimer _timer;
    private MessageRateLimiter _rateLimiter;
    private WriteStallDetector _stall;
    private int _unprobedBytes;
    private bool _limitsAreOff;
    private IdleTimeout _idle;
    private TimeSpan _openingBy = Never;
    private TimeSpan _idleAt = Never;
    private TimeSpan _stallAt = Never;
    private TimeSpan _answerBy = Never;

    private TimeSpan Now => clock.Now();

    /// <summary>Whether a probe is unanswered.</summary>
    public bool IsReaderAwaited => _stall.IsWaiting;

    /// <summary>How long the reader has made no progress.</summary>
    public TimeSpan StalledFor => _stall.StalledFor(Now);

    public void Start()
    {
        var now = Now;
        if ((rules.NicknameTimeout ?? rules.MessageTimeout) is { } opening)
            _openingBy = now + opening;
        _idle.OnLine(now);
        _idleAt = rules.IdleTimeout is { } idle ? _idle.NextAt(idle) : Never;
        SetTimer();
    }

    public void OnNicknameTaken()
    {
        _openingBy = Never;
        _timer.Off();
        SetTimer();
    }

    /// <summary>Restarts the idle time-out.</summary>
    public void OnLine()
    {
        if (rules.IdleTimeout is not null)
            _idle.OnLine(Now);
    }

    /// <summary>Charges received bytes. A flood may end with them if all earlier messages were handled.</summary>
    public void OnReceived(int bytes, bool nothingWaits)
    {
        if (rules.Messages is not { } rate)
            return;
        var now = Now;
        if (nothingWaits)
            _rateLimiter.OnQueueEmpty(rate, now);
        if (rules.BytesPerMessage is { } perMessage)
            _rateLimiter.OnRead(rate, bytes, perMessage, now);
    }

    /// <summary>Decides about the next read. Schedules a tick for a delayed one.</summary>
    public RateDecision CheckRead() => rules.Messages is { } rate
        ? WakeAfterDelay(_rateLimiter.CheckRead(rate, rules.FloodTimeout, Now), _rateLimiter.ReadAt(rate))
        : RateDecision.Allow;

    /// <summary>Decides about the oldest message. Schedules a tick for a delayed one.</summary>
    public RateDecision CheckRate() => rules.Messages is { } rate
        ? WakeAfterDelay(_rateLimiter.Check(rate, rules.FloodTimeout, Now), _rateLimiter.NextAt(rate))
        : RateDecision.Allow;

    /// <summary>Schedules <see cref="TimeoutAction.AnswerOverdue"/> for that time, or for an earlier one set before.</summary>
    public void AwaitAnswerUntil(TimeSpan at)
    {
        if (at < _answerBy)
            SetTimer(_answerBy = at);
    }

    /// <summary>Counts a write of the connection itself. True if a probe must be sent.</summary>
    public bool OnWrite(int bytes)
    {
        _unprobedBytes += bytes;
        return _unprobedBytes >= BytesPerProbe && TryProbe();
    }

    /// <summary>Notes a probe. True if the caller must send it.</summary>
    public bool TryProbe()
    {
        if (_limitsAreOff || rules.StallTimeout is not { } timeout)
            return false;
        _unprobedBytes = 0;
        _stall.OnProbe(Now);
        if (_stallAt == Never)
            SetTimer(_stallAt = _stall.StalledAt(timeout));
        return true;
    }

    /// <summary>Restarts the stall time-out: the reader has made progress.</summary>
    public void OnReaderProgress()
    {
        _stall.OnProgress(Now);
        if (rules.StallTimeout is { } timeout)
            SetTimer(_stallAt = _stall.StalledAt(timeout));
    }

    /// <summary>Notes the answer to a probe.</summary>
    public void OnProbeAnswered() => _stall.OnAnswer(Now);

    /// <summary>Checks all deadlines. Null if there is nothing to do.</summary>
    /// <param name="isListening">Whether the peer may still send.</param>
    /// <param name="isBusy">Whether received messages are not handled yet, so that the client is not to blame.</param>
    public TimeoutAction? OnTick(bool isListening, bool isBusy)
    {
        _timer.Off();
        var now = Now;
        TimeoutAction? action = _limitsAreOff ? null : CheckReader(now);
        if (isListening && !_limitsAreOff)
            action ??= CheckOpening(isBusy, now) ?? CheckIdle(isBusy, now);
        else
            _openingBy = _idleAt = Never;
        action ??= CheckAnswer(now);
        SetTimer();
        return action;
    }

    /// <summary>Turns the limits off; only answers are still awaited.</summary>
    public void StopLimits()
    {
        _limitsAreOff = true;
        _openingBy = _idleAt = _stallAt = Never;
    }

    /// <summary>Turns everything off.</summary>
    public void Stop()
    {
        StopLimits();
        _answerBy = Never;
        _timer.Off();
    }

    private TimeoutAction.Disconnect? CheckReader(TimeSpan now)
    {
        if (rules.StallTimeout is not { } timeout || now < _stallAt)
            return null;
        _stallAt = _stall.StalledAt(timeout);
        if (now < _stallAt)
            return null;
        _stallAt = Never;
        return new TimeoutAction.Disconnect(Limit.StallTimeout);
    }

    private TimeoutAction.Disconnect? CheckOpening(bool isBusy, TimeSpan now)
    {
        if (now < _openingBy)
            return null;
        _openingBy = isBusy ? now + CheckInterval : Never;
        return isBusy ? null : new TimeoutAction.Disconnect(rules.NicknameTimeout is null ? Limit.MessageTimeout : Limit.NicknameTimeout);
    }

    private TimeoutAction? CheckIdle(bool isBusy, TimeSpan now)
    {
        if (rules.IdleTimeout is not { } timeout)
            return null;
        if (isBusy)
            _idle.OnLine(now);
        var state = _idle.Check(timeout, now);
        _idleAt = state == IdleState.TimedOut ? Never : _idle.NextAt(timeout);
        return state switch
        {
            IdleState.Warn => new TimeoutAction.Warn(IdleTimeout.Notice(timeout)),
            IdleState.TimedOut => new TimeoutAction.Disconnect(Limit.IdleTimeout),
            _ => null,
        };
    }

    private TimeoutAction.AnswerOverdue? CheckAnswer(TimeSpan now)
    {
        if (now < _answerBy)
            return null;
        _answerBy = Never;
        return new TimeoutAction.AnswerOverdue();
    }

    private RateDecision WakeAfterDelay(RateDecision decision, TimeSpan at)
    {
        if (decision is RateDecision.Delay or RateDecision.DelayAndWarn)
            SetTimer(at);
        return decision;
    }

    private void SetTimer()
    {
        SetTimer(_openingBy);
        SetTimer(_idleAt);
        SetTimer(_stallAt);
        SetTimer(_answerBy);
    }

    private void SetTimer(TimeSpan at) => _timer.Set(at, clock, connection, Tick.Instance);

    /// <summary>A deadline may have passed.</summary>
    internal sealed record Tick : IDeadLetterSuppression, INoSerializationVerificationNeeded
    {
        public static readonly Tick Instance = new();
    }
}

/// <summary>The actions that <see cref="TimeoutControl"/> requests of a connection.</summary>
internal abstract record TimeoutAction
{
    private TimeoutAction() { }

    /// <summary>Warn the idle client, with the time left for a line.</summary>
    internal sealed record Warn(TimeSpan Left) : TimeoutAction;

    /// <summary>The time set by <see cref="TimeoutControl.AwaitAnswerUntil"/> has come.</summary>
    internal sealed record AnswerOverdue : TimeoutAction;

    internal sealed record Disconnect(Limit Limit) : TimeoutAction;
}
