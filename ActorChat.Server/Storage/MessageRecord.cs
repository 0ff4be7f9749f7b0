using System.Net;

namespace ActorChat.Server.Storage;

/// <summary>A message as it is stored: a row of <c>mensajes</c> that has no id yet.</summary>
/// <param name="Content">
/// The text, of any length, kept exactly, NUL included; half of a surrogate pair, which UTF-8 cannot hold, becomes U+FFFD.
/// </param>
/// <param name="SentAt">Local time; stored to the second as <c>yyyy-MM-ddTHH:mm:ss</c>, fractions cut off.</param>
/// <param name="IpAddress">Where it came from; an IPv4 address in IPv6 clothes (<c>::ffff:10.0.0.1</c>) is stored as IPv4.</param>
/// <param name="Author">The nickname; null when the message came by the confirmation port.</param>
/// <param name="Room">The room; null when the message came by the confirmation port.</param>
internal readonly record struct MessageRecord(string Content, DateTime SentAt, IPAddress IpAddress, string? Author, string? Room);
