using ActorChat.Server.Framing;
using ActorChat.Server.Net.Fairness;
using ActorChat.Server.Net.Limits;
using Akka.Actor;
using Akka.IO;

namespace ActorChat.Server.Net;

/// <content>Carries out what <see cref="FairUseWatch"/> and the cap of the output decide.</content>
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
        switch (_watch.OnTick(new ConnectionActivity(!_input.IsEnded, _isWaiting || _input.HasMessage, _output.WriteUnderWay)))
        {
            case Finding.Reminder reminder:
                Send(ByteString.FromString(Texts.AreYouThere((long)reminder.Left.TotalSeconds) + "\n"));
                break;
            case Finding.CutOff { Limit: Limit.StallTimeout }:
                CutOffReader(Limit.StallTimeout);
                break;
            case Finding.CutOff cutOff:
                CutOff(cutOff.Limit, Farewell.For(cutOff.Limit, Texts));
                break;
            default:
                TakeMessages();
                break;
        }
    }

    // One that takes nothing at all will hardly take what waits: its memory is free at once.
    private void CutOffReader(Limit limit)
    {
        var bytes = _output.UnsentBytes;
        var seconds = _output.WriteUnderWay is { } write ? (long)_watch.TimeOf(write).TotalSeconds : 0;
        if (limit == Limit.StallTimeout)
            _output.DropQueued();
        CutOff(limit, Farewell.ToReader(limit, Texts, bytes, seconds), Texts.SlowReader(Story.Peer, Story.Nickname, bytes, seconds));
    }

    private void CutOff(Limit limit, Farewell farewell, string? story = null)
    {
        Report(limit, story);
        Story.EndReason = farewell.Reason;
        _output.SendLast(ByteString.FromString(farewell.Line + "\n"));
        _input.Drop();

        // As a message of its own: whoever comes here may be in the middle of something.
        Self.Tell(Signal.IsCutOff.Instance);
    }
}
