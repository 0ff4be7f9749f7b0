using ActorChat.Server.Errors;
using ActorChat.Server.Framing;
using ActorChat.Server.Resources;
using ActorChat.Server.Telemetry;
using ActorChat.Server.Transport.Limits;
using ActorChat.Server.Transport.Streams;
using Akka.Actor;
using Akka.Event;
using Akka.IO;

namespace ActorChat.Server.Transport.Connections;

/// <summary>
/// The transport side of one connection, as a part of the actor that owns it: reads, writes, enforces limits, closes gracefully and logs. The
/// actor offers it every message first (<see cref="TryReceive(object)"/>), and handles the decoded ones (<see cref="IConnectionHandler"/>).
/// </summary>
/// <remarks>Uses plain methods instead of Receive handlers: those would cost a kilobyte per idle connection, and a lookup per delivery.</remarks>
internal sealed partial class Connection
{
    private readonly IActorContext _actor;
    private readonly IConnectionHandler _handler;
    private readonly IConnectionDialect _dialect;
    private readonly ConnectionSettings _settings;
    private readonly SocketInput _input;
    private readonly TimeoutControl _timeouts;
    private readonly GracefulClose _close;
    private bool _isPaused;
    private bool _isGone;
    private bool _isEnding;
    private bool _hasEnded;
    private bool _hasOverflowed;

    public Connection(IActorContext actor, IConnectionHandler handler, IConnectionDialect dialect, AcceptedConnection start, ConnectionSettings settings)
    {
        (_actor, _handler, _dialect, _settings) = (actor, handler, dialect, settings);
        Socket = start.Socket;
        _input = new SocketInput(start.Socket, actor.Self, dialect.CreateDecoder(settings.MaxMessage), settings);
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

    public PeerKind PeerKind => _input.Decoder.Kind;

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
        _input.StopQuietPeriod();
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
            case SocketInput.QuietPeriodOver over:
                _input.OnQuietPeriodOver(over);
                TakeMessages();
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
        _input.StopQuietPeriod();
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
        if (happened is WriteAck)
            _timeouts.OnProbeAnswered();
        else if (happened is Tcp.Received received)
            OnReceived(received);
        else if (happened is Tcp.PeerClosed)
            OnPeerClosed();
        else if (happened is Tcp.ConnectionClosed closed)
            OnGone(closed);
        else if (happened is Tcp.CommandFailed refused)
            OnWriteRefused(refused);
        else
            return false;
        return true;
    }

    private void OnPeerClosed()
    {
        _input.EndByPeer();
        TakeMessages();
    }

    private void OnReceived(Tcp.Received received)
    {
        Stats.OnReceived(received.Data.Count);
        _timeouts.OnReceived(received.Data.Count, nothingWaits: !_input.HasMessage);
        _input.Append(received.Data);
        if (_input.Decoder.Foreign is not ForeignProtocol.None and var protocol)
        {
            Send(protocol.Refusal());
            End(Texts.EndedByForeignProtocol(protocol.Name()));
            return;
        }

        if (_input.Decoder.TakeAnswers() is { } answers)
            Send(answers);
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
        Stats.EndReason ??= closed switch
        {
            StreamBroken broken => Texts.EndedByReset(broken.Reason),
            { IsErrorClosed: true } => Texts.EndedByReset(SystemErrors.DescribeSocket(closed.Cause ?? "", Texts)),
            _ => Texts.EndedByPeer,
        };
        TakeMessages();
    }

    private void TakeMessages()
    {
        while (!_isPaused && _input.Decoder.TryPeek(out var message))
        {
            if (!MayDispatch(message))
                return;
            _input.Decoder.TryRead(out _);
            Dispatch(message);
        }

        if (_isPaused)
            return;
        if (_input.IsEnded)
            _handler.OnInputEnded();
        else if (_input.IsReading || MayRead())
            _input.Resume();
    }

    private void Dispatch(Frame message)
    {
        _timeouts.OnLine();
        if (message.Kind == FrameKind.TooLong)
            Report(_settings.MessageLimit);
        _handler.OnMessage(message);
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
}
