namespace ActorChat.Tests.Storage;

/// <summary>A row of <c>mensajes</c> as it is on disk.</summary>
internal sealed record StoredMessage(long Id, string Content, string SentAt, string IpAddress, string? Author, string? Room);
