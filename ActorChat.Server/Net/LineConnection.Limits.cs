using ActorChat.Server.Framing;
using ActorChat.Server.Net.Fairness;
using ActorChat.Server.Net.Limits;
using Akka.Actor;
using Akka.IO;

namespace ActorChat.Server.Net;

/// <content>Carries out what <see cref="FairUseWatch"/> and the cap of the socket's queue decide.</content>
internal abstract partial class LineConnection
{
    /// <summary>The client has its nickname: it is no longer late with it.</summary>
    protected void OnNamed(string nickname)
    {
        Story.Nickname = nickname;
        _watch.OnNamed();
    }

    /// <summary>The client has met a limit.</summary>
    protected void Report(Limit limit, string? story = null) =>
        Context.Parent.Tell(new LimitHit(limit, Story.Peer, Story.Nickname, story));

    /// <summary>Finds out whether the reader takes what is sent to it.</summary>
    protected void ProbeReader()
    {
        if (_watch.TryProbe())
            _socket.Tell(WriteAck.Probe);
    }

    // A message that comes too soon waits for a tick, and until then nothing is read; the server's stop waits for nobody.
    private bool MayHandOut(Frame message)
    {
        if (!IsPaced || IsFinishing || (message.Kind == FrameKind.Message && string.IsNullOrWhiteSpace(message.Text)))
            return true;
        var turn = _watch.AskForTurn();
        if (turn == Turn.Never)
            CutOff(Limit.FloodTimeout, Farewell.For(Limit.FloodTimeout, Texts));
        if (turn == Turn.LaterWithNotice)
        {
            Report(Limit.MessagesPerSecond);
            Send(ByteString.FromString(Texts.SendsTooFast + "\n"));
        }

        return turn == Turn.Now;
    }

    private void OnTick()
    {
        switch (_watch.OnTick(new ConnectionActivity(!_input.IsEnded, _isWaiting || _input.HasMessage)))
        {
            case Finding.Reminder reminder:
                Send(ByteString.FromString(Texts.AreYouThere((long)reminder.Left.TotalSeconds) + "\n"));
                break;
            case Finding.CutOff { Limit: Limit.StallTimeout }:
                OnSlowReader(Limit.StallTimeout);
                _socket.Tell(Tcp.Abort.Instance);
                break;
            case Finding.CutOff cutOff:
                CutOff(cutOff.Limit, Farewell.For(cutOff.Limit, Texts));
                break;
            default:
                TakeMessages();
                break;
        }
    }

    // What waits for it would keep its memory, and the last line would come behind all of that: it ends without one.
    private void OnSlowReader(Limit limit)
    {
        var seconds = (long)_watch.StalledFor.TotalSeconds;
        Report(limit, Texts.SlowReader(Story.Peer, Story.Nickname, seconds));
        Story.EndReason = Texts.EndedBySlowReader(seconds);
        _input.Drop();
        _watch.Stop();
    }

    // The socket's queue is full. What was refused must not be followed by anything, as that would be a gap: no more is sent.
    private void OnOverflow()
    {
        if (_hasOverflowed || Story.EndReason is not null)
            return;
        _hasOverflowed = true;
        _socket.Tell(Tcp.Abort.Instance);
    }

    private void CutOff(Limit limit, Farewell farewell)
    {
        Report(limit);
        Story.EndReason = farewell.Reason;
        LastLine = farewell.Line;
        _input.Drop();

        // As a message of its own: whoever comes here may be in the middle of something.
        Self.Tell(Signal.IsCutOff.Instance);
    }
}
