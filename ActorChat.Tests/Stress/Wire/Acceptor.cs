using System.Net;
using Akka.Actor;
using Akka.IO;

namespace ActorChat.Tests.Stress.Wire;

/// <summary>Listens on a free port, and makes an end for each connection.</summary>
internal sealed class Acceptor : ReceiveActor
{
    private const int Backlog = 1024, Batch = 16;

    private readonly Links _links;
    private readonly bool _pulls;

    public Acceptor(Links links, bool pulls)
    {
        _links = links;
        _pulls = pulls;
        Receive<Open>(_ => Bind(Sender));
    }

    private void Bind(IActorRef asking)
    {
        Context.System.Tcp().Tell(new Tcp.Bind(Self, new IPEndPoint(IPAddress.Loopback, 0), Backlog, pullMode: _pulls));
        Become(() => Receive<Tcp.Bound>(bound =>
        {
            var listener = Sender;
            if (_pulls)
                listener.Tell(new Tcp.ResumeAccepting(Batch));
            asking.Tell(bound.LocalAddress);
            Become(() => Accepting(listener));
        }));
    }

    private void Accepting(IActorRef listener)
    {
        Receive<Tcp.Connected>(_ => Context.ActorOf(Props.Create<ServerEnd>(_links, Sender, _pulls)));
        Receive<Close>(_ =>
        {
            var asking = Sender;
            listener.Tell(Tcp.Unbind.Instance);
            Become(() => Receive<Tcp.Unbound>(unbound => asking.Tell(unbound)));
        });
    }

    /// <summary>Listen. Answered with the address.</summary>
    public sealed record Open;

    /// <summary>Listen no more. Answered with <see cref="Tcp.Unbound"/>.</summary>
    public sealed record Close;
}
