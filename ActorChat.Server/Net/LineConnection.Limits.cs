using ActorChat.Server.Framing;
using ActorChat.Server.Net.Fairness;
using ActorChat.Server.Net.Limits;
using Akka.Actor;
using Akka.IO;

namespace ActorChat.Server.Net;

/// <content>Carries out what <see cref="FairUseWatch"/> and the cap of the socket's queue decide.</content>
internal abstract partial class LineConnection
{
    // Of Akka.IO, which gives no other sign of why it refuses a write.
    private const string QueueIsFull = "Dropping write because queue is full";

    /// <summary>The client has its nickname: it is no longer late with it.</summary>
    protected void OnNamed(string nickname)
    {
        Story.Nickname = nickname;
        _watch.OnNamed();
    }

    /// <summary>Messages begin to wait, as they come too fast.</summary>
    protected virtual void OnTooFast() => Send(ByteString.FromString(Texts.SendsTooFast + "\n"));

    /// <summary>The client has met a limit.</summary>
    protected void Report(Limit limit, string? story = null) =>
        Context.Parent.Tell(new LimitHit(limit, Story.Peer, Story.Nickname, story) { Connection = Name });

    /// <summary>Finds out whether the reader takes what is sent to it.</summary>
    protected void ProbeReader()
    {
        if (!_watch.IsReaderAwaited)
            _ = _reader.HasTaken();
        if (_watch.TryProbe())
            _socket.Tell(WriteAck.Probe);
    }

    // A message that comes too soon waits for a tick, and until then nothing is read; the server's stop waits for nobody.
    private bool MayHandOut(Frame message) =>
        !IsPaced || IsFinishing || (message.Kind == FrameKind.Message && string.IsNullOrWhiteSpace(message.Text)) || IsNow(_watch.AskForTurn());

    // Bytes cost time whatever they are: empty lines, telnet sequences, the rest of a message that is too long.
    private bool MayRead() => IsFinishing || IsNow(_watch.AskToRead());

    private bool IsNow(Turn turn)
    {
        if (turn == Turn.Never)
            CutOff(Limit.FloodTimeout, Farewell.For(Limit.FloodTimeout, Texts));
        if (turn == Turn.LaterWithNotice)
        {
            Report(Limit.MessagesPerSecond);
            OnTooFast();
        }

        return turn == Turn.Now;
    }

    private void OnTick()
    {
        switch (_watch.OnTick(new ConnectionActivity(!_input.IsEnded, _isWaiting || _input.HasMessage)))
        {
            case Finding.Reminder reminder:
                Send(ByteString.FromString(Texts.AreYouThere((long)reminder.Left.TotalSeconds) + "\n"));
                TakeMessages();
                break;
            case Finding.CutOff { Limit: Limit.StallTimeout } when _reader.HasTaken():
                _watch.OnReaderProgress();
                TakeMessages();
                break;
            case Finding.CutOff { Limit: Limit.StallTimeout }:
                OnStalled();
                break;
            case Finding.CutOff cutOff:
                CutOff(cutOff.Limit, Farewell.For(cutOff.Limit, Texts));
                break;
            default:
                TakeMessages();
                break;
        }
    }

    // A last line would come behind all that waits, and that would keep its memory: it ends without one.
    private void OnStalled()
    {
        var seconds = (long)_watch.StalledFor.TotalSeconds;
        DropReader(Limit.StallTimeout, Texts.SlowReader(Story.Peer, Story.Nickname, seconds));
        Abort(Texts.EndedBySlowReader(seconds));
    }

    // The socket has ended for it.
    private void OnTooFarBehind()
    {
        DropReader(Limit.MaxQueued, Texts.ReaderTooFarBehind(Story.Peer, Story.Nickname, _settings.MaxQueued));
        Story.EndReason = Texts.EndedTooFarBehind(_settings.MaxQueued);
    }

    private void DropReader(Limit limit, string story)
    {
        Report(limit, story);
        _input.Drop();
        _watch.Stop();
    }

    // Something that was to be sent is not, and must not be followed by what comes after it. Either the socket's queue is full, or the
    // socket is ending by itself, and then this changes nothing.
    private void OnWriteRefused(Tcp.CommandFailed refused)
    {
        _hasOverflowed |= refused.Cause.HasValue && refused.Cause.Value.Message == QueueIsFull;
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
