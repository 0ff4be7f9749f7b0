namespace ActorChat.Server.Output;

/// <summary>What takes entries one after the other. Used by one thread at a time; may block.</summary>
internal interface IOutputTarget : IDisposable
{
    /// <summary>Writes an entry.</summary>
    /// <exception cref="IOException">It could not be written.</exception>
    void Write(ReadOnlySpan<byte> entry);
}
