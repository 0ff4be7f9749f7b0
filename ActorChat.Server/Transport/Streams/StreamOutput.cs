using System.Buffers;
using Akka.Actor;
using Akka.IO;

namespace ActorChat.Server.Transport.Streams;

/// <summary>Queues writes up to a number of bytes, and sends what has gathered in one go.</summary>
internal sealed class StreamOutput(IByteStream stream, IActorRef actor, int maxQueued)
{
    // More would only hold memory longer: TLS cuts into records of 16 KiB.
    private const int MaxGathered = 64 * 1024;

    private readonly Queue<(Tcp.Write Write, IActorRef Sender)> _queue = new();
    private readonly List<(Tcp.Event Ack, IActorRef Sender)> _acks = [];
    private int _queuedBytes;
    private bool _isWriting;

    /// <summary>Whether the kernel has everything.</summary>
    public bool IsEmpty => !_isWriting && _queue.Count == 0;

    /// <summary>Queues a write. False if too much would wait.</summary>
    public bool TryAdd(Tcp.Write write, IActorRef sender)
    {
        if (_queuedBytes + write.Data.Count > maxQueued)
            return false;
        _queue.Enqueue((write, sender));
        _queuedBytes += write.Data.Count;
        return true;
    }

    /// <summary>Sends until the queue is empty or the kernel takes no more.</summary>
    public void Flush()
    {
        while (!_isWriting && _queue.Count > 0)
        {
            var block = Gather(out var length);
            var write = length == 0 ? ValueTask.CompletedTask : Write(block.AsMemory(0, length));
            _isWriting = true;
            if (write.IsCompletedSuccessfully)
            {
                OnWritten();
                ArrayPool<byte>.Shared.Return(block);
            }
            else
            {
                _ = AwaitAsync(write, block);
            }
        }
    }

    /// <summary>Acknowledges what was sent.</summary>
    public void OnWritten()
    {
        _isWriting = false;
        foreach (var (ack, sender) in _acks)
            sender.Tell(ack);
        _acks.Clear();
    }

    // Fails in one way only: a stream that is closed throws at once.
    private ValueTask Write(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return stream.WriteAsync(bytes);
        }
        catch (Exception failure)
        {
            return ValueTask.FromException(failure);
        }
    }

    private byte[] Gather(out int length)
    {
        var (count, bytes) = (0, 0);
        foreach (var (write, _) in _queue)
        {
            if (count > 0 && bytes + write.Data.Count > MaxGathered)
                break;
            count++;
            bytes += write.Data.Count;
        }

        var block = ArrayPool<byte>.Shared.Rent(bytes);
        length = 0;
        for (; count > 0; count--)
        {
            var (write, sender) = _queue.Dequeue();
            length += write.Data.CopyTo(block, length, write.Data.Count);
            if (write.WantsAck)
                _acks.Add((write.Ack, sender));
        }

        _queuedBytes -= length;
        return block;
    }

    private async Task AwaitAsync(ValueTask write, byte[] block)
    {
        try
        {
            await write.ConfigureAwait(false);
            ArrayPool<byte>.Shared.Return(block);
            actor.Tell(WriteDone.Instance);
        }
        catch (Exception failure)
        {
            // Catches all types, as for reads. Leaves the block to the collector: something may still read it.
            actor.Tell(new StreamFailed(failure));
        }
    }

    /// <summary>A write that could not end at once has ended.</summary>
    internal sealed record WriteDone : INoSerializationVerificationNeeded
    {
        public static readonly WriteDone Instance = new();
    }
}
