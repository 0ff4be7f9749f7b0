namespace ActorChat.Server.Configuration;

/// <summary>Where metrics go.</summary>
/// <param name="OtlpEndpoint">The base address of an OpenTelemetry collector; null for nowhere.</param>
/// <param name="Interval">The time from one export to the next; a second or more.</param>
internal sealed record TelemetrySettings(Uri? OtlpEndpoint, TimeSpan Interval);
