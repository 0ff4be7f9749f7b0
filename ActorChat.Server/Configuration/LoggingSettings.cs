namespace ActorChat.Server.Configuration;

/// <summary>Where the log goes, other than to standard error.</summary>
/// <param name="JsonFile">A file that gets one JSON object a line; null for none.</param>
internal sealed record LoggingSettings(string? JsonFile);
