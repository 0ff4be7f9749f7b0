using ActorChat.Server.Framing;
using ActorChat.Server.Net.Fairness;
using ActorChat.Server.Net.Limits;
using ActorChat.Server.Resources;
using Akka.Actor;
using Akka.Event;
using Akka.IO;

namespace ActorChat.Server.Net;

/// <summary>
/// One connection whose messages are lines or chunks: reads, writes, ends in good order and tells its story to the log. What the
/// messages mean is its subclass's business, which in each of its states says what it does with the next one
/// (<see cref="Expect"/>) and when it can take none (<see cref="Wait"/>); reading goes on only when it can.
/// </summary>
internal abstract partial class LineConnection : ReceiveActor, ILogReceive, IWithTimers
{
    private readonly IActorRef _socket;
    private readonly ConnectionSettings _settings;
    private readonly SocketInput _input;
    private readonly SocketOutput _output;
    private readonly FairUseWatch _watch;
    private Action<Frame>? _onMessage;
    private bool _isPaced;
    private bool _isWaiting;
    private bool _isGone;
    private bool _hasEnded;

    protected LineConnection(ConnectionStart start, ConnectionSettings settings)
    {
        _socket = start.Socket;
        _settings = settings;
        _input = new SocketInput(start.Socket, settings.MaxMessage);
        _output = new SocketOutput(start.Socket, settings.MaxQueued);
        _watch = new FairUseWatch(settings.FairUse, Context.System.Scheduler, Self);
        Story = new ConnectionStory(start.Peer);
    }

    public ITimerScheduler Timers { get; set; } = null!;

    protected ILoggingAdapter Log { get; } = Context.GetLogger();

    protected ConnectionStory Story { get; }

    protected Texts Texts => _settings.Texts;

    protected PeerKind PeerKind => _input.Kind;

    /// <summary>Whether the server stops: the connection is to end as soon as what was received is dealt with.</summary>
    protected bool IsFinishing { get; private set; }

    protected override void PreStart()
    {
        // First of all: if anything fails, the socket ends with this actor.
        _socket.Tell(new Tcp.Register(Self, keepOpenOnPeerClosed: true, useResumeWriting: false));
        LogStory(() => Texts.ConnectionStarted(Story.Peer));
        Context.Watch(_socket);
        _watch.Start();
        Open();
        TakeMessages();
    }

    protected override void PostStop()
    {
        _watch.Stop();
        if (!_hasEnded && !_isGone)
            SayLastWords();
        LogStory(() => Texts.ConnectionEnded(
            Story.Peer, Story.Nickname, Story.Messages, Story.Bytes, Story.EndReason ?? Texts.EndedByFailure(Texts.SeeLogAbove)));
    }

    /// <summary>The connection is there: greet, and declare the first state.</summary>
    protected abstract void Open();

    /// <summary>Nothing more will come, and every message received was handed out: end, when all of them are answered.</summary>
    protected abstract void OnInputEnded();

    /// <summary>From now on messages go to this handler, at once or when <see cref="GoOn"/> ends a wait.</summary>
    /// <param name="onMessage">Takes the next message.</param>
    /// <param name="paced">Whether they go no faster than <see cref="FairUse.Messages"/> says; what comes faster waits, and is not read.</param>
    protected void Expect(Action<Frame> onMessage, bool paced = false)
    {
        _onMessage = onMessage;
        _isPaced = paced;
    }

    /// <summary>Messages have to wait, and nothing more is read, until <see cref="GoOn"/>.</summary>
    protected void Wait() => _isWaiting = true;

    /// <summary>Ends a wait: hands out the messages that have gathered, then reads on. Without effect after <see cref="End"/>.</summary>
    protected void GoOn()
    {
        if (_hasEnded)
            return;
        _isWaiting = false;
        TakeMessages();
    }

    /// <summary>
    /// Sends bytes. A reader that lets more than the cap wait is cut off, since a message must not be left out: it may still get
    /// what waits, and the reason.
    /// </summary>
    protected void Send(ByteString bytes)
    {
        if (!_output.TrySend(bytes))
            CutOffReader(Limit.MaxQueued);
        else if (_output.WriteUnderWay is { } write)
            _watch.OnWrite(write);
    }

    /// <summary>Ends the connection: what was sent still arrives, then both sides close. Nothing more is handed out.</summary>
    protected void End(string reason)
    {
        _hasEnded = true;
        Wait();
        Story.EndReason ??= reason;
        _input.EndHere();
        Timers.Cancel(QuietPeriodOver.Instance);
        _watch.Stop();
        Become(Ended);
        if (_isGone)
        {
            Context.Stop(Self);
            return;
        }

        _input.Discard();
        Timers.StartSingleTimer(LingerOver.Instance, LingerOver.Instance, _settings.Linger);
        CloseWhenSent();
    }

    /// <summary>The peer is known to be gone: ends as when the connection breaks.</summary>
    protected void Abort(string reason)
    {
        Story.EndReason ??= reason;
        _socket.Tell(Tcp.Abort.Instance);
    }

    /// <summary>Why the input ended, for the log.</summary>
    protected string InputEndReason => Story.EndReason ?? (IsFinishing ? Texts.EndedByStop : Texts.EndedByPeer);

    /// <summary>A line for the peer, or what its kind of client gets instead.</summary>
    protected virtual ByteString LineOf(string text) => ByteString.FromString(text + "\n");

    /// <summary>The handlers that every state needs besides its own.</summary>
    protected void ReceiveSocket()
    {
        Receive<Tcp.Received>(OnReceived);
        Receive<WriteDone>(_ => _output.OnWritten());
        Receive<QuietPeriodOver>(_ => OnQuietPeriodOver());
        Receive<FairUseWatch.Tick>(_ => OnTick());
        Receive<IsCutOff>(_ => TakeMessages());
        Receive<Tcp.PeerClosed>(_ => OnPeerClosed());
        Receive<Tcp.ConnectionClosed>(OnGone);
        Receive<Terminated>(_ => OnGone(Tcp.Aborted.Instance));
        Receive<Tcp.CommandFailed>(failed => Log.Debug("{0}: the end of the connection follows", failed));
        Receive<ConnectionCommand.Finish>(_ => OnFinish());
        Receive<ConnectionCommand.Describe>(Describe);
    }

    // It was stopped in the middle of its work: it has failed, or the server gives up waiting for it. What waits behind a write that
    // is under way is left out, and so the end is said right away.
    private void SayLastWords()
    {
        _socket.Tell(Tcp.Write.Create(LineOf(IsFinishing ? Texts.ServerStopping : Texts.ConnectionFailed)));
        _socket.Tell(Tcp.Close.Instance);
    }

    // Nobody reads any more; what still comes is thrown away, so that closing does not reset the peer's last reads.
    private void Ended()
    {
        Receive<Tcp.Received>(_ => _socket.Tell(Tcp.ResumeReading.Instance));
        Receive<WriteDone>(_ =>
        {
            _output.OnWritten();
            CloseWhenSent();
        });
        Receive<LingerOver>(_ => _socket.Tell(Tcp.Abort.Instance));
        Receive<Tcp.PeerClosed>(_ => { });
        Receive<Tcp.ConnectionClosed>(_ => Context.Stop(Self));
        Receive<Terminated>(_ => Context.Stop(Self));
        Receive<ConnectionCommand.Describe>(Describe);
        ReceiveAny(_ => { });
    }

    private void TakeMessages()
    {
        while (!_isWaiting && _input.TryPeek(out var message))
        {
            if (!MayHandOut(message))
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
        _onMessage!(message);
    }

    // The quiet period runs only while somebody listens: what has come and is not read yet is no silence.
    private void ReadOn()
    {
        _input.Resume();
        if (_input.AwaitsQuietPeriod && !Timers.IsTimerActive(QuietPeriodOver.Instance))
            Timers.StartSingleTimer(QuietPeriodOver.Instance, QuietPeriodOver.Instance, _settings.QuietPeriod);
    }

    private void OnReceived(Tcp.Received received)
    {
        Story.OnReceived(received.Data.Count);
        if (_isPaced && !_input.HasMessage)
            _watch.OnNothingWaits();
        _input.Append(received.Data);
        if (_input.TakeAnswers() is { } answers)
            Send(ByteString.FromBytes(answers));
        Timers.Cancel(QuietPeriodOver.Instance);
        TakeMessages();
    }

    private void OnQuietPeriodOver()
    {
        _input.EndQuietPeriod();
        TakeMessages();
    }

    private void OnPeerClosed()
    {
        _input.EndByPeer();
        TakeMessages();
    }

    // What was received before the connection broke is still dealt with; only the answers have nowhere to go.
    private void OnGone(Tcp.ConnectionClosed closed)
    {
        if (_isGone)
            return;
        _isGone = true;
        _output.Close();
        _input.EndHere();
        Story.EndReason ??= closed.IsErrorClosed ? Texts.EndedByReset(closed.Cause ?? closed.ToString()!) : Texts.EndedByPeer;
        TakeMessages();
    }

    private void OnFinish()
    {
        IsFinishing = true;
        _input.EndHere();
        TakeMessages();
    }

    private void CloseWhenSent()
    {
        if (_output.IsIdle)
            _socket.Tell(Tcp.ConfirmedClose.Instance);
    }

    private void Describe(ConnectionCommand.Describe describe) => describe.To.Tell(new ConnectionReport(
        Context.Parent.Path.Name, Self.Path.Name, Story.Peer, Story.Nickname, Story.Silence, _output.UnsentBytes));

    private void LogStory(Func<string> text)
    {
        if (Log.IsEnabled(_settings.StoryLevel))
            Log.Log(_settings.StoryLevel, text());
    }

    private sealed record QuietPeriodOver
    {
        public static readonly QuietPeriodOver Instance = new();
    }

    private sealed record LingerOver
    {
        public static readonly LingerOver Instance = new();
    }
}
