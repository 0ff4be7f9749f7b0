namespace ActorChat.Server.Transport.Throttling;

/// <summary>What a connection is doing, as <see cref="TimeoutControl"/> wants to know it.</summary>
/// <param name="IsListening">Whether something may still come from the peer.</param>
/// <param name="IsBusy">Whether something that came is still to be dealt with: the server is to move next.</param>
internal readonly record struct ConnectionActivity(bool IsListening, bool IsBusy);
