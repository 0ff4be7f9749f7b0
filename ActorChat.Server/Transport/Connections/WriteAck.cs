using Akka.IO;

namespace ActorChat.Server.Transport.Connections;

/// <summary>Acknowledges an empty write: the kernel has accepted all earlier writes.</summary>
internal sealed class WriteAck : Tcp.Event
{
    public static readonly WriteAck Instance = new();

    /// <summary>The empty write. It passes through the socket's queue like any other.</summary>
    public static readonly Tcp.Write Probe = Tcp.Write.Create(ByteString.Empty, Instance);

    private WriteAck() { }

    public override string ToString() => nameof(WriteAck);
}
