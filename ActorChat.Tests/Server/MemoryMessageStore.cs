using ActorChat.Server.Storage;
using ActorChat.Server.Storage.Moderation;

namespace ActorChat.Tests.Server;

/// <summary>A store without a disk, for tests of thousands of transactions. To be looked at when the node has stopped.</summary>
internal sealed class MemoryMessageStore : IMessageStore
{
    private readonly List<string> _contents = [];

    public IReadOnlyList<string> Contents => _contents;

    public void Append(IReadOnlyList<MessageRecord> batch) => _contents.AddRange(batch.Select(message => message.Content));

    public void Save(StoredRoom room)
    {
    }

    public void Save(ModerationAct act, string name)
    {
    }

    public void Dispose()
    {
    }
}
