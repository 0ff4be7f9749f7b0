using ActorChat.Server.Storage;
using ActorChat.Server.Storage.Moderation;

namespace ActorChat.Tests.Server;

/// <summary>A real reader. Before each page of history, or the bans, it does what the test wants: waits, or fails.</summary>
internal sealed class PickyMessageReader(IMessageReader reader, Action beforePage, Action? beforeBans = null) : IMessageReader
{
    public RoomPosition Last(string room) => reader.Last(room);

    public IReadOnlyList<StoredMessage> Marked(string room, long last) => reader.Marked(room, last);

    public IReadOnlyList<StoredMessage> Before(string room, long number, int count)
    {
        beforePage();
        return reader.Before(room, number, count);
    }

    public IReadOnlyList<StoredMessage> After(string room, long number, int count)
    {
        beforePage();
        return reader.After(room, number, count);
    }

    public IReadOnlyList<StoredRoom> Rooms(int limit) => reader.Rooms(limit);

    public IReadOnlyList<Sanction> ServerSanctions()
    {
        beforeBans?.Invoke();
        return reader.ServerSanctions();
    }

    public void Dispose() => reader.Dispose();
}
