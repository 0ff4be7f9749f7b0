using ActorChat.Server.Net.Limits;
using Akka.Actor;
using Akka.Event;

namespace ActorChat.Server.Net.Fairness;

/// <summary>
/// Watches over what one connection uses of <see cref="FairUse"/>. It says what is to be done; the connection does it. All it waits for
/// shares one timer, which exists only while there is something to wait for: <see cref="Tick"/> comes to the connection.
/// </summary>
/// <param name="rules">What the connection may use.</param>
/// <param name="scheduler">The clock, and the timer.</param>
/// <param name="connection">The connection.</param>
internal sealed class FairUseWatch(FairUse rules, IScheduler scheduler, IActorRef connection)
{
    private static readonly TimeSpan Never = TimeSpan.MaxValue;

    // How often somebody is looked at who has bytes waiting, or is late while the server itself is to move.
    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(1);

    private Alarm _alarm;
    private MessagePace _pace;
    private StallWatch _stall;
    private IdleWatch _idle;
    private TimeSpan _nicknameBy = Never;
    private TimeSpan _idleAt = Never;
    private TimeSpan _glanceAt = Never;

    private TimeSpan Now => scheduler.MonotonicClock;

    /// <summary>The peer has connected.</summary>
    public void Start()
    {
        var now = Now;
        if (rules.NicknameTimeout is { } naming)
            _nicknameBy = now + naming;
        _idle.OnLine(now);
        _idleAt = rules.IdleTimeout is { } idle ? _idle.NextAt(idle) : Never;
        SetAlarm();
    }

    /// <summary>It has its nickname.</summary>
    public void OnNamed()
    {
        _nicknameBy = Never;
        _alarm.Off();
        SetAlarm();
    }

    /// <summary>It has sent a line, or what counts as one.</summary>
    public void OnLine()
    {
        if (rules.IdleTimeout is not null)
            _idle.OnLine(Now);
    }

    /// <summary>Bytes come, and no message of it waits.</summary>
    public void OnNothingWaits()
    {
        if (rules.Messages is { } rate)
            _pace.OnNothingWaits(rate, Now);
    }

    /// <summary>Whether its oldest message may be dealt with; when that is later, a tick will come in time.</summary>
    public Turn AskForTurn()
    {
        if (rules.Messages is not { } rate)
            return Turn.Now;
        var turn = _pace.Ask(rate, rules.FloodTimeout, Now);
        if (turn is Turn.Later or Turn.LaterWithNotice)
            SetAlarm(_pace.NextAt(rate));
        return turn;
    }

    /// <summary>A write is under way. Costs nothing but the first time in a while.</summary>
    public void OnWrite(long write)
    {
        if (_glanceAt != Never || rules.StallTimeout is null)
            return;
        var now = Now;
        _stall.Look(write, now);
        _glanceAt = now + Glance;
        SetAlarm(_glanceAt);
    }

    /// <summary>For how long this write has been seen under way.</summary>
    public TimeSpan TimeOf(long write) => _stall.Look(write, Now);

    /// <summary>Looks at everything. Null when nothing is to be done.</summary>
    public Finding? OnTick(ConnectionActivity activity)
    {
        _alarm.Off();
        var now = Now;
        Finding? finding = LookAtWrites(activity, now);
        if (activity.IsListening)
            finding ??= LookAtNickname(activity, now) ?? LookAtIdleness(activity, now);
        else
            _nicknameBy = _idleAt = Never;
        SetAlarm();
        return finding;
    }

    /// <summary>The connection ends: no tick will come.</summary>
    public void Stop() => _alarm.Off();

    private Finding.CutOff? LookAtWrites(ConnectionActivity activity, TimeSpan now)
    {
        _glanceAt = Never;
        if (rules.StallTimeout is not { } timeout || activity.WriteUnderWay is not { } write)
            return null;
        var left = timeout - _stall.Look(write, now);
        if (left <= TimeSpan.Zero)
            return new Finding.CutOff(Limit.StallTimeout);
        _glanceAt = now + (left < Glance ? left : Glance);
        return null;
    }

    private Finding.CutOff? LookAtNickname(ConnectionActivity activity, TimeSpan now)
    {
        if (now < _nicknameBy)
            return null;
        _nicknameBy = activity.IsBusy ? now + Glance : Never;
        return activity.IsBusy ? null : new Finding.CutOff(Limit.NicknameTimeout);
    }

    private Finding? LookAtIdleness(ConnectionActivity activity, TimeSpan now)
    {
        if (rules.IdleTimeout is not { } timeout)
            return null;
        if (activity.IsBusy)
            _idle.OnLine(now);
        var idleness = _idle.Look(timeout, now);
        _idleAt = idleness == Idleness.Over ? Never : _idle.NextAt(timeout);
        return idleness switch
        {
            Idleness.Reminder => new Finding.Reminder(IdleWatch.Notice(timeout)),
            Idleness.Over => new Finding.CutOff(Limit.IdleTimeout),
            _ => null,
        };
    }

    private void SetAlarm()
    {
        SetAlarm(_nicknameBy);
        SetAlarm(_idleAt);
        SetAlarm(_glanceAt);
    }

    private void SetAlarm(TimeSpan at) => _alarm.Set(at, scheduler, connection, Tick.Instance);

    /// <summary>The time that something waited for has come, or may have.</summary>
    internal sealed record Tick : IDeadLetterSuppression
    {
        public static readonly Tick Instance = new();
    }
}
