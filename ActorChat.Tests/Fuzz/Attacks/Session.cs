namespace ActorChat.Tests.Fuzz.Attacks;

/// <summary>What one client of a certain kind sends, from its first byte to its last.</summary>
/// <param name="Name">The kind.</param>
/// <param name="IsChat">Whether it was on the chat port, else on the confirmation port.</param>
/// <param name="Writes">What each of its writes put on the wire.</param>
internal sealed record Session(string Name, bool IsChat, IReadOnlyList<byte[]> Writes);
