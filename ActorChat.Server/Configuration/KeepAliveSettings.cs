namespace ActorChat.Server.Configuration;

/// <summary>When a peer that gives no sign is given up.</summary>
/// <param name="Idle">After how long without a sign it is asked for one.</param>
/// <param name="Interval">The time from one question to the next.</param>
/// <param name="Probes">How many questions it may leave unanswered; more than zero.</param>
internal sealed record KeepAliveSettings(TimeSpan Idle, TimeSpan Interval, int Probes);
