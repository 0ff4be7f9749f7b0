namespace ActorChat.Server.Transport.Streams;

/// <summary>Carries the bytes of one connection both ways, for <see cref="StreamSocketActor"/>. One read and one write may run at a time.</summary>
internal interface IByteStream
{
    /// <summary>Gets ready to carry bytes, as by a handshake.</summary>
    /// <exception cref="NotOpenedException">The peer does not take part.</exception>
    /// <exception cref="EndOfStreamException">The peer has left without a word.</exception>
    Task OpenAsync();

    /// <summary>Completes when a read would give something, or the end. Holds no buffer meanwhile.</summary>
    ValueTask AwaitInputAsync();

    /// <summary>Reads some bytes. Gives their number; 0 when the peer has ended its side.</summary>
    ValueTask<int> ReadAsync(Memory<byte> buffer);

    /// <summary>Completes when the kernel has all bytes.</summary>
    ValueTask WriteAsync(ReadOnlyMemory<byte> bytes);

    /// <summary>Ends our side, so that the peer knows that it has read everything. It may still send.</summary>
    Task EndAsync();

    /// <summary>Gives back what it holds; what is under way fails. Only the first call counts.</summary>
    /// <param name="reset">Whether to drop what is unsent and tell the peer so.</param>
    void Close(bool reset);
}

/// <summary>A connection could not be opened. The message is a part of a sentence for the log.</summary>
internal sealed class NotOpenedException(string reason) : Exception(reason);
