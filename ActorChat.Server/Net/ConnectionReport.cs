namespace ActorChat.Server.Net;

/// <summary>What a connection answers to <see cref="ConnectionCommand.Describe"/>.</summary>
/// <param name="Listener">The name of its listener.</param>
/// <param name="Name">Its own name.</param>
/// <param name="Peer">Who connected, as text.</param>
/// <param name="Nickname">The nickname; null when it has none.</param>
/// <param name="Idle">How long ago the peer last sent anything, or connected.</param>
/// <param name="QueuedBytes">The bytes that wait to be sent, those of the write under way included.</param>
internal sealed record ConnectionReport(string Listener, string Name, string Peer, string? Nickname, TimeSpan Idle, int QueuedBytes);
