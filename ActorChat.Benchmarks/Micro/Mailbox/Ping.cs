using Akka.Actor;

namespace ActorChat.Benchmarks.Micro.Mailbox;

/// <summary>Sends to the other one, and waits for the answer before it sends again.</summary>
internal sealed class Ping : ReceiveActor
{
    private int _got;

    public Ping(IActorRef pong) => Receive<Round>(round =>
    {
        if (++_got < round.Each)
        {
            pong.Tell(round);
            return;
        }

        _got = 0;
        round.OneDone();
    });
}
