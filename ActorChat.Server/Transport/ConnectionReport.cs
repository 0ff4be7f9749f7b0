namespace ActorChat.Server.Transport;

/// <summary>What a connection answers to <see cref="ConnectionCommand.Describe"/>.</summary>
/// <param name="Listener">The name of its listener.</param>
/// <param name="Name">Its own name.</param>
/// <param name="Peer">Who connected, as text.</param>
/// <param name="Nickname">The nickname; null when it has none.</param>
/// <param name="Idle">How long ago the peer last sent anything, or connected.</param>
/// <param name="Stalled">How long the peer has taken nothing of what waits for it; zero when nothing does.</param>
internal sealed record ConnectionReport(string Listener, string Name, string Peer, string? Nickname, TimeSpan Idle, TimeSpan Stalled);
