using Akka.Actor;

namespace ActorChat.Benchmarks.Micro.Mailbox;

/// <summary>Sends everything back.</summary>
internal sealed class Pong : ReceiveActor
{
    public Pong() => Receive<Round>(round => Sender.Tell(round));
}
