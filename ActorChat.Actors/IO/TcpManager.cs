using Akka.Actor;

namespace Akka.IO;

/// <summary>Takes <see cref="Tcp.Bind"/> and <see cref="Tcp.Connect"/>: one listener actor for each port, one connector for each attempt.</summary>
internal sealed class TcpManager : ReceiveActor
{
    public TcpManager(TcpSettings settings)
    {
        Receive<Tcp.Bind>(bind => Context.ActorOf(Props.Create<TcpListener>(settings, bind, Sender)));
        Receive<Tcp.Connect>(connect => Context.ActorOf(Props.Create<TcpConnector>(settings, connect, Sender)));
    }

    protected override SupervisorStrategy SupervisorStrategy() => Actor.SupervisorStrategy.StoppingStrategy;
}
