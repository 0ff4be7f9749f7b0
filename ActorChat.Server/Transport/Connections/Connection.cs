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
/// One connection, as a part of the actor that owns it: reads, writes, keeps to the limits, ends in good order and tells the log. The actor gives it
/// every message first (<see cref="TryReceive(object)"/>) and is asked what the client's messages mean (<see cref="IConnectionHandler"/>).
/// </summary>
/// <remarks>Plain methods, not lists of handlers: every idle connection would hold a kilobyte of those, and every delivery go through them.</remarks>
internal sealed class Connection
{
    // Of Akka.IO, which gives no other sign of why it refuses a write.
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
    private bool _isWaiting;
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

    /// <summary>The actor of the socket, for those who write to it by themselves.</summary>
    public IActorRef Socket { get; }

    public ConnectionStats Stats { get; }

    /// <summary>Whether messages go no faster than <see cref="ClientLimits.Messages"/> says; what comes faster waits, and is not read.</summary>
    public bool IsPaced { get; set; }

    /// <summary>Whether the server stops: the connection is to end as soon as what was received is dealt with.</summary>
    public bool IsFinishing { get; private set; }

    /// <summary>How the client ends its messages.</summary>
    public PeerKind PeerKind => _input.Kind;

    /// <summary>The last bytes to the client; empty for none.</summary>
    public byte[] LastWords { get; set; } = [];

    /// <summary>The reason why the input ended, for the log.</summary>
    public string InputEndReason => Stats.EndReason ?? (IsFinishing ? Texts.EndedByStop : Texts.EndedByPeer);

    private Texts Texts => _settings.Texts;

    private string Name => $"{_actor.Parent.Path.Name}/{_actor.Self.Path.Name}";

    /// <summary>Takes the socket over. Nothing is read before <see cref="GoOn"/>.</summary>
    public void Open()
    {
        // First of all: if anything fails, the socket ends with this actor.
        Socket.Tell(new Tcp.Register(_actor.Self, keepOpenOnPeerClosed: true, useResumeWriting: false));
        Log(() => Stats.Started(Name, Texts));
        _actor.Watch(Socket);
        _timeouts.Start();
    }

    /// <summary>The actor has stopped: in the middle of its work, unless the connection has ended.</summary>
    public void OnStopped()
    {
        _timeouts.Stop();
        _quietPeriod.Off();
        _close.Stop();
        if (!_hasEnded && !_isGone)
            CloseUnattended();
        Log(() => Stats.Ended(Name, Texts));
    }

    /// <summary>Takes a message if it is one for connections. False when it is for the actor.</summary>
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
            case ConnectionCommand.GiveUp:
                LastWords = Write(NoticeKind.ConnectionFailed);
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

    /// <summary>Has messages wait, and nothing more read, until <see cref="GoOn"/>.</summary>
    public void Wait() => _isWaiting = true;

    /// <summary>Ends a wait: hands out the messages that have gathered, then reads on. Without effect at the end.</summary>
    public void GoOn()
    {
        if (_isEnding)
            return;
        _isWaiting = false;
        TakeMessages();
    }

    /// <summary>Sends bytes.</summary>
    public void Send(byte[] bytes)
    {
        if (_isGone || bytes.Length == 0)
            return;
        Socket.Tell(Tcp.Write.Create(ByteString.FromBytes(bytes)));
        if (_timeouts.OnWrite(bytes.Length))
            Socket.Tell(WriteAck.Probe);
    }

    /// <summary>Sends a notice.</summary>
    public void Send(NoticeKind kind, long seconds = 0) => Send(Write(kind, seconds));

    /// <summary>Writes a notice in the client's dialect.</summary>
    public byte[] Write(NoticeKind kind, long seconds = 0) => _dialect.Write(new ConnectionNotice(kind, seconds), PeerKind);

    /// <summary>Reports to the listener that the client has met a limit.</summary>
    public void Report(Limit limit, string? logLine = null) =>
        _actor.Parent.Tell(new LimitExceeded(limit, Stats.Peer, Stats.Nickname, logLine) { Connection = Name });

    /// <summary>Notes the nickname: the client is no longer late with it.</summary>
    public void OnNicknameTaken(string nickname)
    {
        Stats.Nickname = nickname;
        _timeouts.OnNicknameTaken();
    }

    /// <summary>Has <see cref="IConnectionHandler.OnAnswerOverdue"/> called at that time, or when it was asked for earlier.</summary>
    public void AwaitAnswerUntil(TimeSpan at) => _timeouts.AwaitAnswerUntil(at);

    /// <summary>Finds out whether the client takes what is sent to it.</summary>
    public void ProbeReader()
    {
        if (!_timeouts.IsReaderAwaited)
            _ = _close.HasReaderTaken();
        if (_timeouts.TryProbe())
            Socket.Tell(WriteAck.Probe);
    }

    /// <summary>Hands out nothing more, as somebody has to answer before <see cref="End"/>.</summary>
    public void PrepareEnd()
    {
        _isEnding = true;
        Wait();
        _timeouts.Stop();
    }

    /// <summary>Ends the connection: what was sent still arrives, then both sides close.</summary>
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
            _close.Begin(LastWords, _input.IsReading);
    }

    /// <summary>Ends at once, as when the connection breaks.</summary>
    public void Abort(string reason)
    {
        Stats.EndReason ??= reason;
        Socket.Tell(Tcp.Abort.Instance);
    }

    // Nobody is left to see the client close: the socket must not wait for ever for one that reads nothing.
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
            // Nothing of what it sent is a message.
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

    // What was received before the connection broke is still dealt with; only the answers have nowhere to go.
    private void OnGone(Tcp.ConnectionClosed closed)
    {
        if (_isGone)
            return;
        if (_hasOverflowed && Stats.EndReason is null)
            OnTooFarBehind();
        _isGone = true;
        _input.EndHere();
        Stats.EndReason ??= closed.IsErrorClosed ? Texts.EndedByReset(SystemErrors.DescribeSocket(closed.Cause ?? "", Texts)) : Texts.EndedByPeer;
        TakeMessages();
    }

    private void TakeMessages()
    {
        while (!_isWaiting && _input.TryPeek(out var message))
        {
            if (!MayDispatch(message))
                return;
            _input.TryTake(out _);
            HandOut(message);
        }

        if (_isWaiting)
            return;
        if (_input.IsEnded)
            _handler.OnInputEnded();
        else
            ReadOn();
    }

    private void HandOut(Frame message)
    {
        _timeouts.OnLine();
        if (message.Kind == FrameKind.TooLong)
            Report(_settings.MessageLimit);
        _handler.OnMessage(message);
    }

    // The quiet period runs only while somebody listens: what has come and is not read yet is no silence.
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

    // One that was turned off when it was under way already is none.
    private void OnQuietPeriodOver(QuietPeriodOver over)
    {
        if (ReferenceEquals(over, _quietPeriodOver))
        {
            _quietPeriod.Off();
            _input.EndQuietPeriod();
        }

        TakeMessages();
    }

    // A message that comes too soon waits for a tick, and until then nothing is read; the server's stop waits for nobody.
    private bool MayDispatch(Frame message) =>
        !IsPaced || IsFinishing || (message.Kind == FrameKind.Message && string.IsNullOrWhiteSpace(message.Text)) || IsAllowed(_timeouts.CheckRate());

    // Bytes cost time whatever they are: empty lines, telnet sequences, the rest of a message that is too long.
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
        switch (_timeouts.OnTick(new ConnectionActivity(!_input.IsEnded, _isWaiting || _input.HasMessage)))
        {
            case TimeoutAction.Warn warning:
                Send(NoticeKind.AreYouThere, (long)warning.Left.TotalSeconds);
                break;
            case TimeoutAction.AnswerOverdue:
                _handler.OnAnswerOverdue();
                break;
            case TimeoutAction.Disconnect { Limit: Limit.StallTimeout } when _close.HasReaderTaken():
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

    // A last line would come behind all that waits, and that would keep its memory: it ends without one.
    private void OnStalled()
    {
        var seconds = (long)_timeouts.StalledFor.TotalSeconds;
        DropReader(Limit.StallTimeout, Texts.SlowReader(Stats.Peer, Stats.Nickname, seconds));
        Abort(Texts.EndedBySlowReader(seconds));
    }

    // The socket has ended for it.
    private void OnTooFarBehind()
    {
        DropReader(Limit.MaxQueued, Texts.ReaderTooFarBehind(Stats.Peer, Stats.Nickname, _settings.MaxQueued));
        Stats.EndReason = Texts.EndedTooFarBehind(_settings.MaxQueued);
    }

    private void DropReader(Limit limit, string logLine)
    {
        Report(limit, logLine);
        _input.Drop();
        _timeouts.StopLimits();
    }

    // Something that was to be sent is not, and must not be followed by what comes after it. Either the socket's queue is full, or the
    // socket is ending by itself, and then this changes nothing.
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
        LastWords = Write(kind);
        _input.Drop();

        // As a message of its own: whoever comes here may be in the middle of something.
        _actor.Self.Tell(Disconnected.Instance);
    }

    private void Describe(ConnectionCommand.Describe describe) => describe.To.Tell(new ConnectionReport(
        _actor.Parent.Path.Name, _actor.Self.Path.Name, Stats.Peer, Stats.Nickname, Stats.IdleFor, _timeouts.StalledFor));

    // The adapter is not kept: a connection has two lines to log, at its beginning and at its end.
    private void Log(Func<StructuredMessage> message)
    {
        var log = _actor.GetLogger();
        if (log.IsEnabled(_settings.LogLevel))
            log.Log(_settings.LogLevel, cause: null, message());
    }

    /// <summary>The peer has sent nothing for so long that what it did send is a message.</summary>
    private sealed class QuietPeriodOver : INoSerializationVerificationNeeded;

    /// <summary>The client is to be disconnected: nothing more is taken from it.</summary>
    private sealed class Disconnected : INoSerializationVerificationNeeded
    {
        public static readonly Disconnected Instance = new();
    }
}
