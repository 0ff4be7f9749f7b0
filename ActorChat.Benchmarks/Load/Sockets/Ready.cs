namespace ActorChat.Benchmarks.Load.Sockets;

/// <summary>A socket that has something to tell.</summary>
/// <param name="Token">Its number, as it was added.</param>
/// <param name="Readable">Bytes, its end or an error can be read.</param>
/// <param name="Writable">It takes bytes.</param>
internal readonly record struct Ready(int Token, bool Readable, bool Writable);
