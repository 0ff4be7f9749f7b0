using System.Diagnostics;
using ActorChat.Server.Storage;
using Akka.Actor;

namespace ActorChat.Benchmarks.Durable;

/// <summary>Sends its next message when the one before is confirmed, as a connection does whose user waits for the answer.</summary>
internal sealed class SenderActor : ReceiveActor
{
    // All share one room.
    private static long _numbers;

    private readonly IActorRef _persistence;
    private readonly string _nickname;
    private readonly List<long> _waits = [];
    private long _end;
    private long _sentAt;

    public SenderActor(IActorRef persistence, string nickname)
    {
        (_persistence, _nickname) = (persistence, nickname);
        Receive<LoadCommand.Send>(send =>
        {
            _end = send.End;
            SendOne(Stopwatch.GetTimestamp());
        });
        Receive<PersistenceEvent.Stored>(_ => Confirmed(Stopwatch.GetTimestamp()));
        Receive<PersistenceEvent.NotStored>(failed => throw new InvalidOperationException($"{failed.Reason}"));
    }

    private void Confirmed(long now)
    {
        if (now >= _end)
        {
            Context.Parent.Tell(new LoadCommand.Sent(_waits));
            Context.Stop(Self);
            return;
        }

        _waits.Add(now - _sentAt);
        SendOne(now);
    }

    private void SendOne(long now)
    {
        _sentAt = now;
        var message = new MessageRecord(Sample.Text, DateTimeOffset.Now, "127.0.0.1", _nickname, Sample.Room, Interlocked.Increment(ref _numbers));
        _persistence.Tell(new PersistenceCommand.Store(new[] { message }, Self, Request: 0));
    }
}
