using Akka.Actor;

namespace Akka.IO;

/// <summary>The way to the TCP manager.</summary>
public static class TcpExtensions
{
    /// <summary>The TCP manager of a system.</summary>
    public static IActorRef Tcp(this ActorSystem system) => IO.Tcp.Manager(system);
}
