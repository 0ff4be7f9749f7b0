using Akka.IO;

namespace ActorChat.Server.Net;

/// <summary>The acknowledgement of a write: the kernel has all of its bytes.</summary>
internal sealed class WriteDone : Tcp.Event
{
    public static readonly WriteDone Instance = new();

    private WriteDone()
    {
    }

    public override string ToString() => nameof(WriteDone);
}
