using System.Net;
using Akka.Actor;
using Akka.IO;

namespace ActorChat.Tests.Stress.Wire;

/// <summary>Connects, says the number of its plan, and keeps to the plan.</summary>
internal sealed class ClientEnd : LinkEnd
{
    private readonly Link _link;
    private readonly EndPoint _server;

    public ClientEnd(Links links, Link link, EndPoint server)
        : base(links)
    {
        _link = link;
        _server = server;
        Receive<Tcp.Connected>(_ => Begin(Sender));
    }

    protected override void PreStart() => Context.System.Tcp().Tell(new Tcp.Connect(_server, pullMode: _link.ClientPulls));

    private void Begin(IActorRef connection)
    {
        var conversation = new Conversation(Links, _link, client: true, Self, connection);
        Become(() => Talking(conversation, keptOpen: false));
        Context.Watch(connection);
        connection.Tell(new Tcp.Register(Self));
        connection.Tell(Tcp.Write.Create(ByteString.FromBytes(BitConverter.GetBytes(_link.Number))));
        conversation.Begin();
    }
}
