using Akka.Actor;
using Akka.IO;

namespace ActorChat.Tests.Stress.Wire;

/// <summary>The handler of one end of a connection: keeps the conversation, and lives on to hear what must not come any more.</summary>
internal abstract class LinkEnd(Links links) : ReceiveActor, IWithTimers
{
    private bool _terminated;

    public ITimerScheduler Timers { get; set; } = null!;

    /// <summary>The round.</summary>
    protected Links Links { get; } = links;

    protected override void PreRestart(Exception reason, object? message) => Links.Complaints.Add($"{Self} failed at {message}: {reason}");

    protected override void Unhandled(object message) => Links.Complaints.Add($"{Self}: {message} was not expected");

    /// <summary>The state of an end that keeps a conversation.</summary>
    protected void Talking(Conversation conversation, bool keptOpen)
    {
        Receive<Tcp.Received>(received => Received(conversation, received.Data));
        Receive<WriteSide.Done>(conversation.Acknowledged);
        Receive<Tcp.CommandFailed>(conversation.Failed);
        Receive<Tcp.PeerClosed>(_ => keptOpen, _ => conversation.PeerClosed());
        Receive<Tcp.ConnectionClosed>(closed =>
        {
            conversation.Closed(closed);
            EndIfAllIsTold(conversation);
        });
        Receive<Terminated>(terminated =>
        {
            if (_terminated)
                Links.Complaints.Add($"{terminated.ActorRef} ended twice");
            _terminated = true;
            EndIfAllIsTold(conversation);
        });
        Receive<Step>(_ => conversation.Step());
        Receive<ReadOn>(_ => conversation.ReadOn());
    }

    /// <summary>Bytes have come.</summary>
    protected void Received(Conversation conversation, ByteString data)
    {
        if (conversation.Received(data) is { } pause)
            Timers.StartSingleTimer(ReadOn.Instance, ReadOn.Instance, pause);
    }

    private void EndIfAllIsTold(Conversation conversation)
    {
        if (_terminated && conversation.HasEnded)
            Links.Ends.End();
    }

    /// <summary>To itself: go on.</summary>
    public sealed class Step
    {
        /// <summary>The only instance.</summary>
        public static readonly Step Instance = new();
    }

    private sealed class ReadOn
    {
        public static readonly ReadOn Instance = new();
    }
}
