using Akka.Actor;

namespace ActorChat.Benchmarks.Micro.Mailbox;

/// <summary>Counts what it gets.</summary>
internal sealed class Receiver : ReceiveActor
{
    private int _got;

    public Receiver() => Receive<Round>(round =>
    {
        if (++_got < round.Each)
            return;
        _got = 0;
        round.OneDone();
    });
}
