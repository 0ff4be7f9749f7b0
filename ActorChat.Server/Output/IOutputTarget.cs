namespace ActorChat.Server.Output;

/// <summary>Takes entries in order, from one thread at a time. May block.</summary>
internal interface IOutputTarget : IDisposable
{
    /// <exception cref="IOException">The entry could not be written.</exception>
    void Write(ReadOnlySpan<byte> entry);
}
