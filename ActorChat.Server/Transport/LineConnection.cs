using ActorChat.Server.Framing;
using ActorChat.Server.Resources;
using ActorChat.Server.Telemetry;
using ActorChat.Server.Transport.Liveness;
using ActorChat.Server.Transport.Throttling;
using Akka.Actor;
using Akka.Event;
using Akka.IO;

namespace ActorChat.Server.Transport;

/// <summary>
/// One connection whose messages are lines or chunks: reads, writes, ends in good order and tells its story to the log. What the
/// messages mean is its subclass's business (<see cref="OnMessage"/>), which also says when it can take none (<see cref="Wait"/>);
/// reading goes on only when it can. Its behaviours are plain methods, not lists of handlers: every idle connection would hold those,
/// a kilobyte of them, and every delivery would go through them.
/// </summary>
internal abstract partial class LineConnection : ActorBase, ILogReceive
{
    private readonly IActorRef _socket;
    private readonly ConnectionSettings _settings;
    private readonly SocketInput _input;
    private readonly TimeoutControl _watch;
    private ActorTimer _quietPeriod;
    private ConnectionSignal.QuietPeriodOver? _quietPeriodOver;
    private ActorTimer _linger;
    private TimeSpan _lingerUntil;
    private ReaderProgress _reader;
    private bool _isWaiting;
    private bool _isGone;
    private bool _isEnding;
    private bool _hasEnded;
    private bool _hasOverflowed;

    protected LineConnection(AcceptedConnection start, ConnectionSettings settings)
    {
        _socket = start.Socket;
        _settings = settings;
        _input = new SocketInput(start.Socket, settings.MaxMessage);
        _reader = new ReaderProgress(start.RawSocket);
        _watch = new TimeoutControl(settings.ClientLimits, settings.Clock, Self);
        Stats = new ConnectionStats(start.Peer, settings.Clock);
    }

    // Not kept: a connection has two lines to log, at its beginning and at its end.
    protected static ILoggingAdapter Log => Context.GetLogger();

    protected ConnectionStats Stats { get; }

    private static string Name => $"{Context.Parent.Path.Name}/{Context.Self.Path.Name}";

    protected Texts Texts => _settings.Texts;

    protected PeerKind PeerKind => _input.Kind;

    /// <summary>Whether messages go no faster than <see cref="ClientLimits.Messages"/> says; what comes faster waits, and is not read.</summary>
    protected bool IsPaced { get; set; }

    /// <summary>Whether the server stops: the connection is to end as soon as what was received is dealt with.</summary>
    protected bool IsFinishing { get; private set; }

    protected override void PreStart()
    {
        // First of all: if anything fails, the socket ends with this actor.
        _socket.Tell(new Tcp.Register(Self, keepOpenOnPeerClosed: true, useResumeWriting: false));
        LogStory(() => new StructuredMessage(
            Texts.ConnectionStarted(Stats.Peer), (StructuredMessage.Connection, Name), (StructuredMessage.Address, Stats.Peer)));
        Context.Watch(_socket);
        _watch.Start();
        Open();
        TakeMessages();
    }

    protected override void PostStop()
    {
        _watch.Stop();
        _quietPeriod.Off();
        _linger.Off();
        if (!_hasEnded && !_isGone)
            SendCloseNotice();
        LogStory(() => Stats.Ended(Name, Texts));
    }

    /// <summary>The connection is there: greet, and take on the first state.</summary>
    protected abstract void Open();

    /// <summary>Takes the next message. Not called during a wait, nor after the end.</summary>
    protected abstract void OnMessage(Frame message);

    /// <summary>Nothing more will come, and every message received was handed out: end, when all of them are answered.</summary>
    protected abstract void OnInputEnded();

    /// <summary>Messages have to wait, and nothing more is read, until <see cref="GoOn"/>.</summary>
    protected void Wait() => _isWaiting = true;

    /// <summary>Ends a wait: hands out the messages that have gathered, then reads on. Without effect at the end.</summary>
    protected void GoOn()
    {
        if (_isEnding)
            return;
        _isWaiting = false;
        TakeMessages();
    }

    /// <summary>Sends bytes.</summary>
    protected void Send(ByteString bytes)
    {
        if (_isGone)
            return;
        _socket.Tell(Tcp.Write.Create(bytes));
        if (_watch.OnWrite(bytes.Count))
            _socket.Tell(WriteAck.Probe);
    }

    /// <summary>The socket, for those who write to it by themselves.</summary>
    protected IActorRef Outbox => _socket;

    /// <summary>A line for the peer, or what its kind of client gets instead.</summary>
    protected virtual ByteString LineOf(string text) => ByteString.FromString(text + "\n");

    /// <summary>The behaviour that every state has besides its own: the first one.</summary>
    protected sealed override bool Receive(object message)
    {
        switch (message)
        {
            case Tcp.Event happened:
                return OnSocketEvent(happened);
            case Terminated:
                OnGone(Tcp.Aborted.Instance);
                return true;
            case ConnectionSignal signal:
                OnSignal(signal);
                return true;
            case TimeoutControl.Tick:
                OnTick();
                return true;
            case ConnectionCommand command:
                OnCommand(command);
                return true;
            default:
                return false;
        }
    }

    private bool OnSocketEvent(Tcp.Event happened)
    {
        switch (happened)
        {
            case WriteAck:
                _watch.OnProbeAnswered();
                return true;
            case Tcp.Received received:
                OnReceived(received);
                return true;
            case Tcp.PeerClosed:
                OnPeerClosed();
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

    private void OnSignal(ConnectionSignal signal)
    {
        // One that was turned off when it was under way already is none.
        if (signal is ConnectionSignal.QuietPeriodOver && ReferenceEquals(signal, _quietPeriodOver))
        {
            _quietPeriod.Off();
            _input.EndQuietPeriod();
        }

        TakeMessages();
    }

    private void OnCommand(ConnectionCommand command)
    {
        switch (command)
        {
            case ConnectionCommand.Describe describe:
                Describe(describe);
                break;
            case ConnectionCommand.GiveUp:
                OnGiveUp();
                break;
            default:
                OnFinish();
                break;
        }
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
            OnInputEnded();
        else
            ReadOn();
    }

    private void HandOut(Frame message)
    {
        _watch.OnLine();
        if (message.Kind == FrameKind.TooLong)
            Report(_settings.MessageLimit);
        OnMessage(message);
    }

    // The quiet period runs only while somebody listens: what has come and is not read yet is no silence.
    private void ReadOn()
    {
        if (!_input.IsReading && !MayRead())
            return;
        _input.Resume();
        if (!_input.AwaitsQuietPeriod || _quietPeriod.IsOn)
            return;
        _quietPeriodOver = new ConnectionSignal.QuietPeriodOver();
        var quiet = _input.AwaitsNextKey && _settings.KeyPause > _settings.QuietPeriod ? _settings.KeyPause : _settings.QuietPeriod;
        _quietPeriod.Set(_settings.Clock.Now() + quiet, _settings.Clock, Self, _quietPeriodOver);
    }

    private void OnReceived(Tcp.Received received)
    {
        Stats.OnReceived(received.Data.Count);
        _watch.OnReceived(received.Data.Count, nothingWaits: !_input.HasMessage);
        _input.Append(received.Data);
        if (_input.Foreign is not ForeignProtocol.None and var protocol)
        {
            EndForeign(protocol);
            return;
        }

        if (_input.TakeAnswers() is { } answers)
            Send(ByteString.FromBytes(answers));
        _quietPeriod.Off();
        _quietPeriodOver = null;
        TakeMessages();
    }

    private void OnPeerClosed()
    {
        _input.EndByPeer();
        TakeMessages();
    }

    private void Describe(ConnectionCommand.Describe describe) => describe.To.Tell(new ConnectionReport(
        Context.Parent.Path.Name, Self.Path.Name, Stats.Peer, Stats.Nickname, Stats.IdleFor, _watch.StalledFor));

    private void LogStory(Func<StructuredMessage> message)
    {
        if (Log.IsEnabled(_settings.LogLevel))
            Log.Log(_settings.LogLevel, cause: null, message());
    }
}
