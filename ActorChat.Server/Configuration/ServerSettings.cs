using ActorChat.Server.Resources;

namespace ActorChat.Server.Configuration;

/// <summary>All of <c>actorchat</c> in <c>hocon/server.hocon</c>, where each setting is explained; every value has been checked.</summary>
/// <param name="Language">What the server speaks.</param>
/// <param name="Chat">The chat port.</param>
/// <param name="Confirmation">The confirmation port; at least one of the two is enabled.</param>
/// <param name="QuietPeriod">How long after its last byte a message without a line end is complete; more than zero.</param>
/// <param name="Room">What changes in a room that many are in.</param>
/// <param name="Limits">Where everything that grows ends.</param>
/// <param name="Storage">Where messages and users are kept.</param>
/// <param name="Logging">Where the log goes.</param>
/// <param name="Telemetry">Where metrics go.</param>
/// <param name="ShutdownGrace">What messages under way and goodbyes may take when the server stops; more than zero.</param>
internal sealed record ServerSettings(
    Language Language,
    PortSettings Chat,
    PortSettings Confirmation,
    TimeSpan QuietPeriod,
    RoomSettings Room,
    LimitSettings Limits,
    StorageSettings Storage,
    LoggingSettings Logging,
    TelemetrySettings Telemetry,
    TimeSpan ShutdownGrace);
