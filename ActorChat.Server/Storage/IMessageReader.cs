using ActorChat.Server.Storage.Errors;
using ActorChat.Server.Storage.Moderation;

namespace ActorChat.Server.Storage;

/// <summary>
/// Reads the tables <c>mensajes</c> and <c>salas</c> by a connection of its own, also while the writer commits. Synchronous and for one
/// caller at a time. After a failure, an <see cref="OpenException"/>, it is of no more use.
/// </summary>
internal interface IMessageReader : IDisposable
{
    /// <summary>The last message of a room; (0, 0) when it has none.</summary>
    RoomPosition Last(string room);

    /// <summary>Those with a mark among the room's last messages, in the order of their numbers.</summary>
    /// <param name="room">The room.</param>
    /// <param name="last">The number of its last message.</param>
    IReadOnlyList<StoredMessage> Marked(string room, long last);

    /// <summary>The last messages below a number, so many at most, in the order of their numbers.</summary>
    IReadOnlyList<StoredMessage> Before(string room, long number, int count);

    /// <summary>The first messages above a number, likewise.</summary>
    IReadOnlyList<StoredMessage> After(string room, long number, int count);

    /// <summary>The rooms of which something is kept, so many at most.</summary>
    IReadOnlyList<StoredRoom> Rooms(int limit);

    /// <summary>Who is banned from the whole server.</summary>
    IReadOnlyList<Sanction> ServerSanctions();
}

/// <summary>Where the log of a room ends.</summary>
/// <param name="Number">The number of its last message.</param>
/// <param name="Instant">When that was sent, as Unix time in ms.</param>
internal readonly record struct RoomPosition(long Number, long Instant);

/// <summary>A message of a room that is on disk.</summary>
internal sealed record StoredMessage(string Room, long Number, long Instant, string Author, string Content)
{
    /// <inheritdoc cref="MessageRecord.Mark"/>
    public string? Mark { get; init; }

    /// <summary>Shows no words of users.</summary>
    public override string ToString() => $"{nameof(StoredMessage)} {{ {Room}, {Number}, Length = {Content.Length} }}";
}

/// <summary>How much goes on a page. A page is one write, which must not exceed what may wait for a reader: at most 3 bytes a character.</summary>
internal static class PageLimit
{
    public const int Characters = 64 * 1024;

    /// <summary>Returns how many messages fit; at least the first.</summary>
    /// <param name="lengths">Their lengths in characters, the first that is to be on the page before the others.</param>
    /// <param name="max">The most messages.</param>
    /// <param name="characters">The most characters.</param>
    public static int Count(IEnumerable<int> lengths, int max, int characters = Characters)
    {
        var sum = 0;
        return lengths.Take(max).TakeWhile((length, i) => (sum += length) <= characters || i == 0).Count();
    }
}
