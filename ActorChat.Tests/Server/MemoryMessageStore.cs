using ActorChat.Server.Storage;

namespace ActorChat.Tests.Server;

/// <summary>A store without a disk, for tests of thousands of transactions. To be looked at when the node has stopped.</summary>
internal sealed class MemoryMessageStore : IMessageStore
{
    private readonly List<string> _contents = [];

    /// <summary>What was stored, in order.</summary>
    public IReadOnlyList<string> Contents => _contents;

    public IReadOnlyList<long> Append(IReadOnlyList<MessageRecord> batch)
    {
        var next = _contents.Count + 1L;
        _contents.AddRange(batch.Select(message => message.Content));
        return [.. batch.Select((_, index) => next + index)];
    }

    public void Dispose()
    {
    }
}
