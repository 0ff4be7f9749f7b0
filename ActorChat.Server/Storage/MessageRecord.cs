namespace ActorChat.Server.Storage;

/// <summary>A row of <c>mensajes</c> that is to be stored.</summary>
/// <param name="Content">
/// The text, of any length, kept exactly, NUL included; half of a surrogate pair, which UTF-8 cannot hold, becomes U+FFFD.
/// </param>
/// <param name="SentAt">Its local time is stored to the second, as <c>yyyy-MM-ddTHH:mm:ss</c>, fractions cut off.</param>
/// <param name="Address">Where it came from, in its usual form.</param>
/// <param name="Author">The nickname; null from the confirmation port.</param>
/// <param name="Room">The room; null from the confirmation port.</param>
/// <param name="Number">The room's own count, from 1 and without gaps; null without a room.</param>
internal readonly record struct MessageRecord(string Content, DateTimeOffset SentAt, string Address, string? Author, string? Room, long? Number)
{
    /// <summary>
    /// Unix time in ms. A room whose clock was set back sets it to that of the message before: within a room it never goes back, while
    /// <see cref="SentAt"/> shows what the clock said.
    /// </summary>
    public long Instant { get; init; } = SentAt.ToUnixTimeMilliseconds();

    /// <summary>What the author's client knows it by, ASCII, at most 64 characters; null without such a mark.</summary>
    public string? Mark { get; init; }

    /// <summary>Shows no words of users.</summary>
    public override string ToString() => $"{nameof(MessageRecord)} {{ {Room ?? "-"}, {Number}, Length = {Content?.Length} }}";
}
