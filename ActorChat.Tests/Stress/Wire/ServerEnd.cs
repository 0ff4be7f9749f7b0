using Akka.Actor;
using Akka.IO;

namespace ActorChat.Tests.Stress.Wire;

/// <summary>Is told the number of its plan by the client, and keeps to it.</summary>
internal sealed class ServerEnd : LinkEnd
{
    private readonly IActorRef _connection;
    private readonly bool _pulls;
    private ByteString _heard = ByteString.Empty;

    public ServerEnd(Links links, IActorRef connection, bool pulls)
        : base(links)
    {
        _connection = connection;
        _pulls = pulls;
        Receive<Tcp.Received>(received => Listen(received.Data));
    }

    protected override void PreStart()
    {
        Context.Watch(_connection);
        _connection.Tell(new Tcp.Register(Self, keepOpenOnPeerClosed: true));
        ReadIfPulling();
    }

    private void Listen(ByteString data)
    {
        _heard += data;
        if (_heard.Count < sizeof(int))
        {
            ReadIfPulling();
            return;
        }

        var link = Links.Plans[BitConverter.ToInt32(_heard.Slice(0, sizeof(int)).ToArray())];
        var rest = _heard.Slice(sizeof(int));
        var conversation = new Conversation(Links, link, client: false, Self, _connection);
        Become(() => Talking(conversation, keptOpen: true));
        if (rest.Count > 0)
            conversation.Early(rest);
        conversation.Begin();
    }

    private void ReadIfPulling()
    {
        if (_pulls)
            _connection.Tell(Tcp.ResumeReading.Instance);
    }
}
