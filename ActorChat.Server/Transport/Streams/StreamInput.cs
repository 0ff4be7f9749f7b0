using System.Buffers;
using Akka.Actor;
using Akka.IO;

namespace ActorChat.Server.Transport.Streams;

/// <summary>Reads from a stream, once for each request (pull mode), and tells the actor.</summary>
internal sealed class StreamInput(IByteStream stream, IActorRef actor)
{
    private const int BlockSize = 4096;

    private bool _isReading;

    /// <summary>Whether the peer has ended its side.</summary>
    public bool IsEnded { get; private set; }

    /// <summary>Begins a read, unless one is under way or the input has ended.</summary>
    public void Resume()
    {
        if (_isReading || IsEnded)
            return;
        _isReading = true;
        _ = ReadAsync();
    }

    /// <summary>Notes the end of a read, which may be that of the input.</summary>
    public void OnRead(ReadDone read)
    {
        _isReading = false;
        IsEnded = read.Bytes.IsEmpty;
    }

    private async Task ReadAsync()
    {
        try
        {
            await stream.AwaitInputAsync().ConfigureAwait(false);
            var block = ArrayPool<byte>.Shared.Rent(BlockSize);
            var length = await stream.ReadAsync(block.AsMemory(0, BlockSize)).ConfigureAwait(false);
            actor.Tell(new ReadDone(ByteString.CopyFrom(block, 0, length)));
            ArrayPool<byte>.Shared.Return(block);
        }
        catch (Exception failure)
        {
            // Catches all types: whatever fails, this connection alone ends.
            actor.Tell(new StreamFailed(failure));
        }
    }

    /// <summary>A read has ended; without bytes at the end of the input.</summary>
    internal sealed record ReadDone(ByteString Bytes) : INoSerializationVerificationNeeded;
}

/// <summary>An operation on the stream has failed.</summary>
internal sealed record StreamFailed(Exception Cause) : INoSerializationVerificationNeeded;
