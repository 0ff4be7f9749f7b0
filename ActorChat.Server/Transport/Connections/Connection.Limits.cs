using ActorChat.Server.Framing;
using ActorChat.Server.Transport.Limits;
using Akka.Actor;
using Akka.IO;

namespace ActorChat.Server.Transport.Connections;

/// <content>Enforces the limits: delays, warns, and disconnects with a notice or by a reset.</content>
internal sealed partial class Connection
{
    // Matches Akka.IO's message: it has no other sign of a full queue.
    private const string QueueIsFull = "Dropping write because queue is full";

    // Holds excess messages until a tick, except during shutdown, which must not wait.
    private bool MayDispatch(Frame message) => !IsRateLimited || IsFinishing
        || (message.Kind == FrameKind.Message && string.IsNullOrWhiteSpace(message.Text)) || IsAllowed(_timeouts.CheckRate());

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
        switch (_timeouts.OnTick(isListening: !_input.IsEnded, isBusy: _isPaused || _input.HasMessage))
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
        _actor.Self.Tell(new Disconnected());
    }

    /// <summary>The input was dropped by a limit: end the connection.</summary>
    private sealed record Disconnected : INoSerializationVerificationNeeded;
}
