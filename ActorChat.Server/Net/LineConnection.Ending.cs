using Akka.Actor;
using Akka.IO;

namespace ActorChat.Server.Net;

/// <content>How it ends: in good order, by the peer, by the server's stop, or in the middle of its work.</content>
internal abstract partial class LineConnection
{
    /// <summary>Ends the connection: what was sent still arrives, then both sides close. Nothing more is handed out.</summary>
    protected void End(string reason)
    {
        _hasEnded = true;
        Wait();
        Story.EndReason ??= reason;
        _input.EndHere();
        Timers.Cancel(Signal.QuietPeriodOver.Instance);
        _watch.Stop();
        Become(Ended);
        if (_isGone)
        {
            Context.Stop(Self);
            return;
        }

        _input.Discard();
        Timers.StartSingleTimer(Signal.LingerOver.Instance, Signal.LingerOver.Instance, _settings.Linger);
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

    // It was stopped in the middle of its work: it has failed, or the server gives up waiting for it. What waits behind a write that
    // is under way is left out, and so the end is said right away.
    private void SayLastWords()
    {
        _socket.Tell(Tcp.Write.Create(LineOf(IsFinishing ? Texts.ServerStopping : Texts.ConnectionFailed)));
        _socket.Tell(Tcp.Close.Instance);
    }

    // Nobody reads any more; what still comes is thrown away, so that closing does not reset the peer's last reads.
    private bool Ended(object message)
    {
        switch (message)
        {
            case Tcp.Received:
                _socket.Tell(Tcp.ResumeReading.Instance);
                break;
            case WriteDone:
                _output.OnWritten();
                CloseWhenSent();
                break;
            case Signal.LingerOver:
                _socket.Tell(Tcp.Abort.Instance);
                break;
            case Tcp.PeerClosed:
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
}
