using Akka.Actor;

namespace Akka.IO;

/// <summary>A write that the kernel has not taken yet.</summary>
/// <param name="Data">The bytes.</param>
/// <param name="Ack">Told when all of them have left; null for nothing.</param>
/// <param name="Commander">Whom it is told to.</param>
internal readonly record struct PendingWrite(ReadOnlyMemory<byte> Data, Tcp.Event? Ack, IActorRef? Commander);
