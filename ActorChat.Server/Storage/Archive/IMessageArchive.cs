using ActorChat.Server.Storage.Errors;

namespace ActorChat.Server.Storage.Archive;

/// <summary>
/// Goes over all of <c>mensajes</c> in the order of the ids, to copy it or to delete what is old, while others write. By a connection of its
/// own; synchronous and for one caller at a time.
/// </summary>
internal interface IMessageArchive : IDisposable
{
    /// <summary>The next messages, so many at most; none at the end.</summary>
    /// <exception cref="OpenException">They cannot be read.</exception>
    IReadOnlyList<ArchivedMessage> Read(long after, int count);

    /// <summary>The next rows, so many at most, and how many of them were sent before an instant; null at the end.</summary>
    /// <exception cref="OpenException">They cannot be read.</exception>
    ArchiveSpan? Next(long after, int count, long before);

    /// <summary>Deletes those rows of a span that were sent before an instant, in one transaction that remembers the last number of each room.</summary>
    /// <returns>How many.</returns>
    /// <exception cref="WriteException">Nothing was deleted.</exception>
    int Delete(ArchiveSpan span, long before);

    /// <summary>Whether anything is, or was, said or kept of a room.</summary>
    /// <param name="room">The name as compared.</param>
    /// <exception cref="OpenException">That cannot be read.</exception>
    bool HasRoom(string room);

    /// <summary>The names, as compared, for which <see cref="HasRoom"/> is true. Reads an index of all messages.</summary>
    /// <exception cref="OpenException">They cannot be read.</exception>
    IReadOnlyList<string> Rooms();

    /// <exception cref="WriteException">Nothing was stored.</exception>
    void Record(AuditEntry entry);
}

/// <summary>Rows that follow each other.</summary>
/// <param name="After">The id before the first.</param>
/// <param name="Last">The id of the last.</param>
/// <param name="Old">How many are to be deleted.</param>
internal sealed record ArchiveSpan(long After, long Last, long Old);

/// <summary>A row of <c>mensajes</c>. From the confirmation port it has no room, no number and no author.</summary>
internal sealed record ArchivedMessage(long Id, string Room, long Number, long Instant, string Author, string Address, string Content)
{
    /// <summary>Shows no words of users.</summary>
    public override string ToString() => $"{nameof(ArchivedMessage)} {{ {Id}, Length = {Content.Length} }}";
}
