using System.Net;
using Akka.Actor;

namespace ActorChat.Tests.Stress.Wire;

/// <summary>Makes the clients of a round.</summary>
internal sealed class Dialers(Links links, EndPoint pulling, EndPoint pushed) : UntypedActor
{
    protected override void PreStart()
    {
        foreach (var link in links.Plans)
            Context.ActorOf(Props.Create<ClientEnd>(links, link, link.ServerPulls ? pulling : pushed));
    }

    protected override void OnReceive(object message) => Unhandled(message);
}
