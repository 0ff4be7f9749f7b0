using Akka.Actor;

namespace ActorChat.Benchmarks.Micro.Mailbox;

/// <summary>Sends to all receivers in turn, as a room does to its members.</summary>
internal sealed class Talker : ReceiveActor
{
    public Talker() => Receive<Talk>(talk =>
    {
        for (var i = 0; i < talk.Times; i++)
        {
            foreach (var receiver in talk.Round.Receivers)
                receiver.Tell(talk.Round);
        }
    });
}
