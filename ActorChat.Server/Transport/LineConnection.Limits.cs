using ActorChat.Server.Framing;
using ActorChat.Server.Transport.Limits;
using ActorChat.Server.Transport.Throttling;
using Akka.Actor;
using Akka.IO;

namespace ActorChat.Server.Transport;

/// <content>Carries out what <see cref="TimeoutControl"/> and the cap of the socket's queue decide.</content>
internal abstract partial class LineConnection
{
    // Of Akka.IO, which gives no other sign of why it refuses a write.
    private const string QueueIsFull = "Dropping write because queue is full";

    /// <summary>The client has its nickname: it is no longer late with it.</summary>
    protected void OnNicknameTaken(string nickname)
    {
        Stats.Nickname = nickname;
        _watch.OnNicknameTaken();
    }

    /// <summary>Messages begin to wait, as they come too fast.</summary>
    protected virtual void OnTooFast() => Send(ByteString.FromString(Texts.SendsTooFast + "\n"));

    /// <summary>The client has met a limit.</summary>
    protected void Report(Limit limit, string? story = null) =>
        Context.Parent.Tell(new LimitExceeded(limit, Stats.Peer, Stats.Nickname, story) { Connection = Name });

    /// <summary>Finds out whether the reader takes what is sent to it.</summary>
    protected void ProbeReader()
    {
        if (!_watch.IsReaderAwaited)
            _ = _reader.HasTaken();
        if (_watch.TryProbe())
            _socket.Tell(WriteAck.Probe);
    }

    // A message that comes too soon waits for a tick, and until then nothing is read; the server's stop waits for nobody.
    private bool MayDispatch(Frame message) =>
        !IsPaced || IsFinishing || (message.Kind == FrameKind.Message && string.IsNullOrWhiteSpace(message.Text)) || IsNow(_watch.CheckRate());

    // Bytes cost time whatever they are: empty lines, telnet sequences, the rest of a message that is too long.
    private bool MayRead() => IsFinishing || IsNow(_watch.CheckRead());

    private bool IsNow(RateDecision turn)
    {
        if (turn == RateDecision.Disconnect)
            Disconnect(Limit.FloodTimeout, DisconnectReason.For(Limit.FloodTimeout, Texts));
        if (turn == RateDecision.DelayAndWarn)
        {
            Report(Limit.MessagesPerSecond);
            OnTooFast();
        }

        return turn == RateDecision.Allow;
    }

    private void OnTick()
    {
        switch (_watch.OnTick(new ConnectionActivity(!_input.IsEnded, _isWaiting || _input.HasMessage)))
        {
            case TimeoutAction.Warn reminder:
                Send(ByteString.FromString(Texts.AreYouThere((long)reminder.Left.TotalSeconds) + "\n"));
                TakeMessages();
                break;
            case TimeoutAction.Disconnect { Limit: Limit.StallTimeout } when _reader.HasTaken():
                _watch.OnReaderProgress();
                TakeMessages();
                break;
            case TimeoutAction.Disconnect { Limit: Limit.StallTimeout }:
                OnStalled();
                break;
            case TimeoutAction.Disconnect cutOff:
                Disconnect(cutOff.Limit, DisconnectReason.For(cutOff.Limit, Texts));
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
        DropReader(Limit.StallTimeout, Texts.SlowReader(Stats.Peer, Stats.Nickname, seconds));
        Abort(Texts.EndedBySlowReader(seconds));
    }

    // The socket has ended for it.
    private void OnTooFarBehind()
    {
        DropReader(Limit.MaxQueued, Texts.ReaderTooFarBehind(Stats.Peer, Stats.Nickname, _settings.MaxQueued));
        Stats.EndReason = Texts.EndedTooFarBehind(_settings.MaxQueued);
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

    private void Disconnect(Limit limit, DisconnectReason farewell)
    {
        Report(limit);
        Stats.EndReason = farewell.Reason;
        LastLine = farewell.Line;
        _input.Drop();

        // As a message of its own: whoever comes here may be in the middle of something.
        Self.Tell(ConnectionSignal.Disconnected.Instance);
    }
}
