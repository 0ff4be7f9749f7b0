using ActorChat.Server.Errors;
using ActorChat.Server.Framing;
using Akka.Actor;
using Akka.IO;

namespace ActorChat.Server.Transport;

/// <content>How it ends: in good order, by the peer, by the server's stop, or in the middle of its work.</content>
internal abstract partial class LineConnection
{
    // A reader who gets on with what was sent has so much more time for it.
    private const int MostLingers = 30;

    /// <summary>The last line to the client; null when it ends without one.</summary>
    protected string? LastLine { get; set; }

    /// <summary>Why the input ended, for the log.</summary>
    protected string InputEndReason => Stats.EndReason ?? (IsFinishing ? Texts.EndedByStop : Texts.EndedByPeer);

    /// <summary>Ends the connection: what was sent still arrives, then both sides close. Nothing more is handed out.</summary>
    protected void End(string reason)
    {
        _hasEnded = _isEnding = true;
        Wait();
        Stats.EndReason ??= reason;
        _input.EndHere();
        _quietPeriod.Off();
        _watch.Stop();
        Become(Ended);
        if (_isGone)
        {
            Context.Stop(Self);
            return;
        }

        // Not behind the close: .NET resets a socket that it closes while another thread asks it something.
        _ = _reader.HasTaken();
        if (LastLine is { } line)
            _socket.Tell(Tcp.Write.Create(LineOf(line)));
        _socket.Tell(Tcp.ConfirmedClose.Instance);
        _input.Discard();
        _lingerUntil = _settings.Clock.Now() + (MostLingers * _settings.Linger);
        SetLinger(_settings.Linger, ConnectionSignal.LingerOver.Instance);
    }

    // Nothing of what it sent is a message.
    private void EndForeign(ForeignProtocol protocol)
    {
        Send(ByteString.FromBytes(ForeignAnswer.To(protocol)));
        End(Texts.EndedByForeignProtocol(ForeignAnswer.NameOf(protocol)));
    }

    /// <summary>Ends at once, as when the connection breaks.</summary>
    protected void Abort(string reason)
    {
        Stats.EndReason ??= reason;
        _socket.Tell(Tcp.Abort.Instance);
    }

    /// <summary>Hands out nothing more, as somebody has to answer before the end. After so long <see cref="ConnectionSignal.AnswerOverdue"/> comes.</summary>
    protected void PrepareEnd(TimeSpan limit)
    {
        _isEnding = true;
        Wait();
        _watch.Stop();
        SetLinger(limit, ConnectionSignal.AnswerOverdue.Instance);
    }

    private void SetLinger(TimeSpan time, ConnectionSignal over)
    {
        _linger.Off();
        _linger.Set(_settings.Clock.Now() + time, _settings.Clock, Self, over);
    }

    // It was stopped in the middle of its work: it has failed, or the server gives up waiting for it. Nobody is left to see the peer
    // close: the socket must not wait for ever for one that reads nothing.
    private void SendCloseNotice()
    {
        _socket.Tell(Tcp.Write.Create(LineOf(IsFinishing ? Texts.ServerStopping : Texts.ConnectionFailed)));
        _socket.Tell(Tcp.Close.Instance);
        Context.System.Scheduler.ScheduleTellOnce(_settings.Linger, _socket, Tcp.Abort.Instance, ActorRefs.NoSender);
    }

    // Nobody reads any more; what still comes is thrown away, so that closing does not reset the peer's last reads.
    private bool Ended(object message)
    {
        switch (message)
        {
            case Tcp.Received:
                _socket.Tell(Tcp.ResumeReading.Instance);
                break;
            case ConnectionSignal.LingerOver when _reader.HasTaken() && _settings.Clock.Now() < _lingerUntil:
                SetLinger(_settings.Linger, ConnectionSignal.LingerOver.Instance);
                break;
            case ConnectionSignal.LingerOver:
                _socket.Tell(Tcp.Abort.Instance);
                break;
            case Tcp.PeerClosed:
                // Akka forgets that it was to close when the peer does so while something is still to be sent.
                _socket.Tell(Tcp.ConfirmedClose.Instance);
                break;
            case Tcp.ConnectionClosed or Terminated:
                Context.Stop(Self);
                break;
            case ConnectionCommand.Describe describe:
                Describe(describe);
                break;
            default:
                break;
        }

        return true;
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

    private void OnFinish()
    {
        IsFinishing = true;
        _input.EndHere();
        TakeMessages();
    }

    private void OnGiveUp()
    {
        LastLine = Texts.ConnectionFailed;
        End(Texts.EndedByFailure(Texts.SeeLogAbove));
    }
}
