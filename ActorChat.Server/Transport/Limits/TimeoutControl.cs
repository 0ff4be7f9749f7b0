using Akka.Actor;
using Akka.Event;

namespace ActorChat.Server.Transport.Limits;

/// <summary>
/// Watches over what one connection uses of <see cref="ClientLimits"/>. It says what is to be done; the connection does it. All it waits for
/// shares one timer, which exists only while there is something to wait for: <see cref="Tick"/> comes to the connection.
/// </summary>
/// <param name="rules">What the connection may use.</param>
/// <param name="clock">The clock, and the timer.</param>
/// <param name="connection">The connection.</param>
internal sealed class TimeoutControl(ClientLimits rules, TimeProvider clock, IActorRef connection)
{
    private static readonly TimeSpan Never = TimeSpan.MaxValue;

    // How often somebody is looked at who is late while the server itself is to move.
    private static readonly TimeSpan CheckInterval = TimeSpan.FromSeconds(1);

    // After so many bytes of the connection's own, its reader is probed: as much as any kernel takes at once.
    private const int BytesPerProbe = 4096;

    private ActorTimer _alarm;
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

    /// <summary>Whether a probe still waits for the reader.</summary>
    public bool IsReaderAwaited => _stall.IsWaiting;

    /// <summary>For how long the reader has taken nothing of what waits for it.</summary>
    public TimeSpan StalledFor => _stall.StalledFor(Now);

    /// <summary>The peer has connected.</summary>
    public void Start()
    {
        var now = Now;
        if ((rules.NicknameTimeout ?? rules.MessageTimeout) is { } opening)
            _openingBy = now + opening;
        _idle.OnLine(now);
        _idleAt = rules.IdleTimeout is { } idle ? _idle.NextAt(idle) : Never;
        SetAlarm();
    }

    /// <summary>It has its nickname.</summary>
    public void OnNicknameTaken()
    {
        _openingBy = Never;
        _alarm.Off();
        SetAlarm();
    }

    /// <summary>It has sent a line, or what counts as one.</summary>
    public void OnLine()
    {
        if (rules.IdleTimeout is not null)
            _idle.OnLine(Now);
    }

    /// <summary>Bytes have come.</summary>
    /// <param name="bytes">How many.</param>
    /// <param name="nothingWaits">Whether every message before them was dealt with.</param>
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

    /// <summary>Whether more may be read; when that is later, a tick will come in time.</summary>
    public RateDecision CheckRead() => rules.Messages is { } rate
        ? WakeAfterDelay(_rateLimiter.CheckRead(rate, rules.FloodTimeout, Now), _rateLimiter.ReadAt(rate))
        : RateDecision.Allow;

    /// <summary>Whether its oldest message may be dealt with; when that is later, a tick will come in time.</summary>
    public RateDecision CheckRate() => rules.Messages is { } rate
        ? WakeAfterDelay(_rateLimiter.Check(rate, rules.FloodTimeout, Now), _rateLimiter.NextAt(rate))
        : RateDecision.Allow;

    /// <summary>Has a tick find <see cref="TimeoutAction.AnswerOverdue"/> at that time, or when it was asked for earlier.</summary>
    public void AwaitAnswerUntil(TimeSpan at)
    {
        if (at < _answerBy)
            SetAlarm(_answerBy = at);
    }

    /// <summary>The connection has written something itself. True when it is time for a probe.</summary>
    public bool OnWrite(int bytes)
    {
        _unprobedBytes += bytes;
        return _unprobedBytes >= BytesPerProbe && TryProbe();
    }

    /// <summary>True when the reader is to be probed now: whoever asks sends the probe.</summary>
    public bool TryProbe()
    {
        if (_limitsAreOff || rules.StallTimeout is not { } timeout)
            return false;
        _unprobedBytes = 0;
        _stall.OnProbe(Now);
        if (_stallAt == Never)
            SetAlarm(_stallAt = _stall.StalledAt(timeout));
        return true;
    }

    /// <summary>The reader is found to have taken something: a stall begins anew.</summary>
    public void OnReaderProgress()
    {
        _stall.OnProgress(Now);
        if (rules.StallTimeout is { } timeout)
            SetAlarm(_stallAt = _stall.StalledAt(timeout));
    }

    /// <summary>A probe is answered: the reader has taken something.</summary>
    public void OnProbeAnswered() => _stall.OnAnswer(Now);

    /// <summary>Looks at everything. Null when nothing is to be done.</summary>
    public TimeoutAction? OnTick(ConnectionActivity activity)
    {
        _alarm.Off();
        var now = Now;
        if (now >= _answerBy)
        {
            _answerBy = Never;
            SetAlarm();
            return new TimeoutAction.AnswerOverdue();
        }

        if (_limitsAreOff)
        {
            SetAlarm(_answerBy);
            return null;
        }

        TimeoutAction? finding = CheckReader(now);
        if (activity.IsListening)
            finding ??= CheckOpening(activity, now) ?? CheckIdle(activity, now);
        else
            _openingBy = _idleAt = Never;
        SetAlarm();
        return finding;
    }

    /// <summary>Turns the limits off: only answers are awaited any more.</summary>
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
        _alarm.Off();
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

    private TimeoutAction.Disconnect? CheckOpening(ConnectionActivity activity, TimeSpan now)
    {
        if (now < _openingBy)
            return null;
        _openingBy = activity.IsBusy ? now + CheckInterval : Never;
        return activity.IsBusy ? null : new TimeoutAction.Disconnect(rules.NicknameTimeout is null ? Limit.MessageTimeout : Limit.NicknameTimeout);
    }

    private TimeoutAction? CheckIdle(ConnectionActivity activity, TimeSpan now)
    {
        if (rules.IdleTimeout is not { } timeout)
            return null;
        if (activity.IsBusy)
            _idle.OnLine(now);
        var idleness = _idle.Check(timeout, now);
        _idleAt = idleness == IdleState.TimedOut ? Never : _idle.NextAt(timeout);
        return idleness switch
        {
            IdleState.Warn => new TimeoutAction.Warn(IdleTimeout.Notice(timeout)),
            IdleState.TimedOut => new TimeoutAction.Disconnect(Limit.IdleTimeout),
            _ => null,
        };
    }

    private RateDecision WakeAfterDelay(RateDecision decision, TimeSpan at)
    {
        if (decision is RateDecision.Delay or RateDecision.DelayAndWarn)
            SetAlarm(at);
        return decision;
    }

    private void SetAlarm()
    {
        SetAlarm(_openingBy);
        SetAlarm(_idleAt);
        SetAlarm(_stallAt);
        SetAlarm(_answerBy);
    }

    private void SetAlarm(TimeSpan at) => _alarm.Set(at, clock, connection, Tick.Instance);

    /// <summary>The time that something waited for has come, or may have.</summary>
    internal sealed record Tick : IDeadLetterSuppression, INoSerializationVerificationNeeded
    {
        public static readonly Tick Instance = new();
    }
}

/// <summary>What <see cref="TimeoutControl"/> wants to be done about a connection.</summary>
internal abstract record TimeoutAction
{
    private TimeoutAction()
    {
    }

    /// <summary>Ask whether anybody is there.</summary>
    /// <param name="Left">The time left for an answer.</param>
    internal sealed record Warn(TimeSpan Left) : TimeoutAction;

    /// <summary>The time of <see cref="TimeoutControl.AwaitAnswerUntil"/> has come.</summary>
    internal sealed record AnswerOverdue : TimeoutAction;

    /// <summary>End the connection.</summary>
    /// <param name="Limit">Which limit it has passed.</param>
    internal sealed record Disconnect(Limit Limit) : TimeoutAction;
}

/// <summary>What a connection is doing, as <see cref="TimeoutControl"/> wants to know it.</summary>
/// <param name="IsListening">Whether something may still come from the peer.</param>
/// <param name="IsBusy">Whether something that came is still to be dealt with: the server is to move next.</param>
internal readonly record struct ConnectionActivity(bool IsListening, bool IsBusy);
