using Akka.Actor;

namespace Akka.IO;

/// <summary>A write that the kernel has not taken yet.</summary>
/// <param name="Command">The bytes, and what is told when all of them have left.</param>
/// <param name="Commander">Whom it is told to.</param>
internal readonly record struct PendingWrite(Tcp.Write Command, IActorRef? Commander)
{
    /// <summary>The bytes.</summary>
    public ReadOnlyMemory<byte> Data => Command.Data.Memory;
}
