using ActorChat.Server.Errors;
using ActorChat.Server.Framing;
using ActorChat.Server.Resources;
using ActorChat.Server.Telemetry;
using ActorChat.Server.Transport.Limits;
using Akka.Actor;
using Akka.Event;
using Akka.IO;

namespace ActorChat.Server.Transport.Connections;

/// <summary>
/// The transport side of one connection, as a part of the actor that owns it: reads, writes, enforces limits, closes gracefully and logs. The
/// actor offers it every message first (<see cref="TryReceive(object)"/>), and handles the decoded ones (<see cref="IConnectionHandler"/>).
/// </summary>
/// <remarks>Uses plain methods instead of Receive handlers: those would cost a kilobyte per idle connection, and a lookup per delivery.</remarks>
internal sealed class Connection
{
    // Matches Akka.IO's message: it has no other sign of a full queue.
    private const string QueueIsFull = "Dropping write because queue is full";

    private readonly IActorContext _actor;
    private readonly IConnectionHandler _handler;
    private readonly IConnectionDialect _dialect;
    private readonly ConnectionSettings _settings;
    private readonly SocketInput _input;
    private readonly TimeoutControl _timeouts;
    private readonly GracefulClose _close;
    private ActorTimer _quietPeriod;
    private QuietPeriodOver? _quietPeriodOver;
    private bool _isPaused;
    private bool _isGone;
    private bool _isEnding;
    private bool _hasEnded;
    private bool _hasOverflowed;

    public Connection(IActorContext actor, IConnectionHandler handler, IConnectionDialect dialect, AcceptedConnection start, ConnectionSettings settings)
    {
        (_actor, _handler, _dialect, _settings) = (actor, handler, dialect, settings);
        Socket = start.Socket;
        _input = new SocketInput(start.Socket, dialect.CreateDecoder(settings.MaxMessage));
        _timeouts = new TimeoutControl(settings.ClientLimits, settings.Clock, actor.Self);
        _close = new GracefulClose(start, actor.Self, settings.Linger, settings.Clock);
        Stats = new ConnectionStats(start.Peer, settings.Clock);
    }

    /// <summary>The socket's actor, for senders that bypass the connection.</summary>
    public IActorRef Socket { get; }

    public ConnectionStats Stats { get; }

    /// <summary>Whether <see cref="ClientLimits.Messages"/> applies. Excess messages wait, and reading stops.</summary>
    public bool IsRateLimited { get; set; }

    /// <summary>Whether the server stops: the connection ends once all received messages are handled.</summary>
    public bool IsFinishing { get; private set; }

    public PeerKind PeerKind => _input.Kind;

    /// <summary>The bytes sent before the close; empty for none.</summary>
    public byte[] CloseNotice { get; set; } = [];

    /// <summary>The reason why the input ended, for the log.</summary>
    public string InputEndReason => Stats.EndReason ?? (IsFinishing ? Texts.EndedByStop : Texts.EndedByPeer);

    private Texts Texts => _settings.Texts;

    private string Name => $"{_actor.Parent.Path.Name}/{_actor.Self.Path.Name}";

    /// <summary>Registers with the socket. Reads nothing before <see cref="Resume"/>.</summary>
    public void Open()
    {
        // Registers first: if anything fails, the socket ends with this actor.
        Socket.Tell(new Tcp.Register(_actor.Self, keepOpenOnPeerClosed: true, useResumeWriting: false));
        Log(() => Stats.Started(Name, Texts));
        _actor.Watch(Socket);
        _timeouts.Start();
    }

    /// <summary>Cleans up when the actor stops, which may be a failure.</summary>
    public void OnStopped()
    {
        _timeouts.Stop();
        _quietPeriod.Off();
        _close.Stop();
        if (!_hasEnded && !_isGone)
            CloseUnattended();
        Log(() => Stats.Ended(Name, Texts));
    }

    /// <summary>Handles a transport message. False if the message is for the actor.</summary>
    public bool TryReceive(object message)
    {
        switch (message)
        {
            case ConnectionCommand.Describe describe:
                Describe(describe);
                return true;
            case var _ when _hasEnded:
                if (_close.IsOver(message))
                    _actor.Stop(_actor.Self);
                return true;
            case Tcp.Event happened:
                return TryReceive(happened);
            case Terminated ended when ended.ActorRef.Equals(Socket):
                OnGone(Tcp.Aborted.Instance);
                return true;
            case QuietPeriodOver over:
                OnQuietPeriodOver(over);
                return true;
            case Disconnected:
                TakeMessages();
                return true;
            case TimeoutControl.Tick:
                OnTick();
                return true;
            case ConnectionCommand.Fail:
                CloseNotice = Write(NoticeKind.ConnectionFailed);
                End(Texts.EndedByFailure(Texts.SeeLogAbove));
                return true;
            case ConnectionCommand.Finish:
                IsFinishing = true;
                _input.EndHere();
                TakeMessages();
                return true;
            default:
                return false;
        }
    }

    /// <summary>Holds messages back and stops reading until <see cref="Resume"/>.</summary>
    public void Pause() => _isPaused = true;

    /// <summary>Dispatches the held messages, then reads on. Has no effect after <see cref="PrepareEnd"/>.</summary>
    public void Resume()
    {
        if (_isEnding)
            return;
        _isPaused = false;
        TakeMessages();
    }

    public void Send(byte[] bytes)
    {
        if (_isGone || bytes.Length == 0)
            return;
        Socket.Tell(Tcp.Write.Create(ByteString.FromBytes(bytes)));
        if (_timeouts.OnWrite(bytes.Length))
            Socket.Tell(WriteAck.Probe);
    }

    public void Send(NoticeKind kind, long seconds = 0) => Send(Write(kind, seconds));

    /// <summary>Renders a notice in the client's dialect.</summary>
    public byte[] Write(NoticeKind kind, long seconds = 0) => _dialect.Write(new ConnectionNotice(kind, seconds), PeerKind);

    /// <summary>Reports to the listener that the client has met a limit.</summary>
    public void Report(Limit limit, string? logLine = null) =>
        _actor.Parent.Tell(new LimitExceeded(limit, Stats.Peer, Stats.Nickname, logLine) { Connection = Name });

    /// <summary>Notes the nickname, and ends its time limit.</summary>
    public void OnNicknameTaken(string nickname)
    {
        Stats.Nickname = nickname;
        _timeouts.OnNicknameTaken();
    }

    /// <summary>Schedules <see cref="IConnectionHandler.OnAnswerOverdue"/> for that time, or for an earlier one set before.</summary>
    public void AwaitAnswerUntil(TimeSpan at) => _timeouts.AwaitAnswerUntil(at);

    /// <summary>Probes whether the client reads.</summary>
    public void ProbeReader()
    {
        if (!_timeouts.IsReaderAwaited)
            _ = _close.HasReaderProgressed();
        if (_timeouts.TryProbe())
            Socket.Tell(WriteAck.Probe);
    }

    /// <summary>Stops dispatching, for a handler that needs a reply before <see cref="End"/>.</summary>
    public void PrepareEnd()
    {
        _isEnding = true;
        Pause();
        _timeouts.Stop();
    }

    /// <summary>Has the client read that the server stops, unless there is another reason for the end.</summary>
    public void ExplainStop()
    {
        if (IsFinishing && Stats.EndReason is null && CloseNotice.Length == 0)
            CloseNotice = Write(NoticeKind.ServerStopping);
    }

    /// <summary>Closes gracefully: pending writes and <see cref="CloseNotice"/> still arrive.</summary>
    public void End(string reason)
    {
        PrepareEnd();
        _hasEnded = true;
        Stats.EndReason ??= reason;
        _quietPeriod.Off();
        _input.EndHere();
        if (_isGone)
            _actor.Stop(_actor.Self);
        else
            _close.Begin(CloseNotice, _input.IsReading);
    }

    /// <summary>Resets the connection.</summary>
    public void Abort(string reason)
    {
        Stats.EndReason ??= reason;
        Socket.Tell(Tcp.Abort.Instance);
    }

    // Limits the close by a scheduled abort: no actor is left to watch a client that does not read.
    private void CloseUnattended()
    {
        Socket.Tell(Tcp.Write.Create(ByteString.FromBytes(Write(IsFinishing ? NoticeKind.ServerStopping : NoticeKind.ConnectionFailed))));
        Socket.Tell(Tcp.Close.Instance);
        _actor.System.Scheduler.ScheduleTellOnce(_settings.Linger, Socket, Tcp.Abort.Instance, ActorRefs.NoSender);
    }

    private bool TryReceive(Tcp.Event happened)
    {
        switch (happened)
        {
            case WriteAck:
                _timeouts.OnProbeAnswered();
                return true;
            case Tcp.Received received:
                OnReceived(received);
                return true;
            case Tcp.PeerClosed:
                _input.EndByPeer();
                TakeMessages();
                return true;
            case Tcp.ConnectionClosed closed:
                OnGone(closed);
                return true;
            case Tcp.CommandFailed refused:
                OnWriteRefused(refused);
                return true;
            default:
                return false;
        }
    }

    private void OnReceived(Tcp.Received received)
    {
        Stats.OnReceived(received.Data.Count);
        _timeouts.OnReceived(received.Data.Count, nothingWaits: !_input.HasMessage);
        _input.Append(received.Data);
        if (_input.Foreign is not ForeignProtocol.None and var protocol)
        {
            Send(protocol.Refusal());
            End(Texts.EndedByForeignProtocol(protocol.Name()));
            return;
        }

        if (_input.TakeAnswers() is { } answers)
            Send(answers);
        _quietPeriod.Off();
        _quietPeriodOver = null;
        TakeMessages();
    }

    // Still handles messages received before the reset; only the answers are lost.
    private void OnGone(Tcp.ConnectionClosed closed)
    {
        if (_isGone)
            return;
        if (_hasOverflowed && Stats.EndReason is null)
            OnQueueOverflow();
        _isGone = true;
        _input.EndHere();
        Stats.EndReason ??= closed.IsErrorClosed ? Texts.EndedByReset(SystemErrors.DescribeSocket(closed.Cause ?? "", Texts)) : Texts.EndedByPeer;
        TakeMessages();
    }

    private void TakeMessages()
    {
        while (!_isPaused && _input.TryPeek(out var message))
        {
            if (!MayDispatch(message))
                return;
            _input.TryTake(out _);
            Dispatch(message);
        }

        if (_isPaused)
            return;
        if (_input.IsEnded)
            _handler.OnInputEnded();
        else
            ReadOn();
    }

    private void Dispatch(Frame message)
    {
        _timeouts.OnLine();
        if (message.Kind == FrameKind.TooLong)
            Report(_settings.MessageLimit);
        _handler.OnMessage(message);
    }

    // Runs the quiet period only while reading: bytes waiting in the kernel are no silence.
    private void ReadOn()
    {
        if (!_input.IsReading && !MayRead())
            return;
        _input.Resume();
        if (!_input.AwaitsQuietPeriod || _quietPeriod.IsOn)
            return;
        _quietPeriodOver = new QuietPeriodOver();
        var quiet = _input.AwaitsNextKey && _settings.KeyPause > _settings.QuietPeriod ? _settings.KeyPause : _settings.QuietPeriod;
        _quietPeriod.Set(_settings.Clock.Now() + quiet, _settings.Clock, _actor.Self, _quietPeriodOver);
    }

    // Ignores a message of a timer that was turned off after it had fired.
    private void OnQuietPeriodOver(QuietPeriodOver over)
    {
        if (ReferenceEquals(over, _quietPeriodOver))
        {
            _quietPeriod.Off();
            _input.EndQuietPeriod();
        }

        TakeMessages();
    }

    // Holds excess messages until a tick, except during shutdown, which must not wait.
    private bool MayDispatch(Frame message) =>
        !IsRateLimited || IsFinishing || (message.Kind == FrameKind.Message && string.IsNullOrWhiteSpace(message.Text)) || IsAllowed(_timeouts.CheckRate());

    // Limits bytes as well: empty lines, telnet sequences and oversized messages cost time too.
    private bool MayRead() => IsFinishing || IsAllowed(_timeouts.CheckRead());

    private bool IsAllowed(RateDecision decision)
    {
        if (decision == RateDecision.Disconnect)
            Disconnect(Limit.FloodTimeout);
        if (decision == RateDecision.DelayAndWarn)
        {
            Report(Limit.MessagesPerSecond);
            _handler.OnTooFast();
        }

        return decision == RateDecision.Allow;
    }

    private void OnTick()
    {
        switch (_timeouts.OnTick(new ConnectionActivity(!_input.IsEnded, _isPaused || _input.HasMessage)))
        {
            case TimeoutAction.Warn warning:
                Send(NoticeKind.AreYouThere, (long)warning.Left.TotalSeconds);
                break;
            case TimeoutAction.AnswerOverdue:
                _handler.OnAnswerOverdue();
                break;
            case TimeoutAction.Disconnect { Limit: Limit.StallTimeout } when _close.HasReaderProgressed():
                _timeouts.OnReaderProgress();
                break;
            case TimeoutAction.Disconnect { Limit: Limit.StallTimeout }:
                OnStalled();
                return;
            case TimeoutAction.Disconnect late:
                Disconnect(late.Limit);
                return;
            default:
                break;
        }

        TakeMessages();
    }

    // Aborts without a notice, which would queue behind the unread data and keep its memory.
    private void OnStalled()
    {
        var seconds = (long)_timeouts.StalledFor.TotalSeconds;
        DropReader(Limit.StallTimeout, Texts.SlowReader(Stats.Peer, Stats.Nickname, seconds));
        Abort(Texts.EndedBySlowReader(seconds));
    }

    private void OnQueueOverflow()
    {
        DropReader(Limit.MaxQueued, Texts.QueueOverflow(Stats.Peer, Stats.Nickname, _settings.MaxQueued));
        Stats.EndReason = Texts.EndedByQueueOverflow(_settings.MaxQueued);
    }

    private void DropReader(Limit limit, string logLine)
    {
        Report(limit, logLine);
        _input.Drop();
        _timeouts.StopLimits();
    }

    // Aborts after a refused write, so that no later write follows the gap. The queue is full, or the socket is closing anyway.
    private void OnWriteRefused(Tcp.CommandFailed refused)
    {
        _hasOverflowed |= refused.Cause.HasValue && refused.Cause.Value.Message == QueueIsFull;
        Socket.Tell(Tcp.Abort.Instance);
    }

    private void Disconnect(Limit limit)
    {
        Report(limit);
        var (kind, reason) = limit switch
        {
            Limit.NicknameTimeout => (NoticeKind.NoNicknameInTime, Texts.EndedWithoutNickname),
            Limit.MessageTimeout => (NoticeKind.NoMessageInTime, Texts.EndedWithoutMessage),
            Limit.IdleTimeout => (NoticeKind.SilentTooLong, Texts.EndedBySilence),
            Limit.FloodTimeout => (NoticeKind.SentTooFast, Texts.EndedByFlood),
            _ => throw new ArgumentOutOfRangeException(nameof(limit)),
        };
        Stats.EndReason = reason;
        CloseNotice = Write(kind);
        _input.Drop();

        // Continues by a message, as callers may be in the middle of a dispatch.
        _actor.Self.Tell(Disconnected.Instance);
    }

    private void Describe(ConnectionCommand.Describe describe) => describe.To.Tell(new ConnectionReport(
        _actor.Parent.Path.Name, _actor.Self.Path.Name, Stats.Peer, Stats.Nickname, Stats.IdleFor, _timeouts.StalledFor));

    // Creates the adapter per line to save memory: a connection logs two lines.
    private void Log(Func<StructuredMessage> message)
    {
        var log = _actor.GetLogger();
        if (log.IsEnabled(_settings.LogLevel))
            log.Log(_settings.LogLevel, cause: null, message());
    }

    /// <summary>The quiet period is over: the unterminated rest is a message.</summary>
    private sealed class QuietPeriodOver : INoSerializationVerificationNeeded;

    /// <summary>The input was dropped by a limit: end the connection.</summary>
    private sealed class Disconnected : INoSerializationVerificationNeeded
    {
        public static readonly Disconnected Instance = new();
    }
}
