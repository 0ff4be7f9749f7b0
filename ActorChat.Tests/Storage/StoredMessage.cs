using ActorChat.Server.Storage;

namespace ActorChat.Tests.Storage;

/// <summary>A row of <c>mensajes</c> as it is on disk.</summary>
internal sealed record StoredMessage(long Id, string Content, string SentAt, string IpAddress, string? Author, string? Room);

/// <summary>Messages to be stored, at noon.</summary>
internal static class Sample
{
    public static DateTimeOffset Noon { get; } = new(new DateTime(2025, 9, 7, 12, 0, 0, DateTimeKind.Local));

    /// <summary>One that belongs to no room, and so has no number.</summary>
    public static MessageRecord Message(string text) => new(text, Noon, "127.0.0.1", Author: null, Room: null, Number: null);

    /// <summary>One of a room.</summary>
    public static MessageRecord Message(string text, long number, string room = "general") => new(text, Noon, "127.0.0.1", "ana", room, number);
}
