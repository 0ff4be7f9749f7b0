using Akka.IO;

namespace ActorChat.Server.Transport.Connections;

/// <summary>The acknowledgement of an empty write: everything that was written before it has gone to the kernel.</summary>
internal sealed class WriteAck : Tcp.Event
{
    public static readonly WriteAck Instance = new();

    /// <summary>The command that asks for it. It waits in the socket's queue for its turn.</summary>
    public static readonly Tcp.Write Probe = Tcp.Write.Create(ByteString.Empty, Instance);

    private WriteAck()
    {
    }

    public override string ToString() => nameof(WriteAck);
}
