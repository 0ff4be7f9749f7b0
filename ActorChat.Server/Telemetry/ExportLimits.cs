namespace ActorChat.Server.Telemetry;

/// <summary>What exports may take; one that takes longer is given up.</summary>
/// <param name="Request">Each of them.</param>
/// <param name="Last">The one at the end, which somebody waits for.</param>
internal sealed record ExportLimits(TimeSpan Request, TimeSpan Last)
{
    /// <summary>A collector stands nearby: one that takes longer is as good as none, and must not hold up the stop of the server.</summary>
    public static ExportLimits Usual { get; } = new(Request: TimeSpan.FromSeconds(3), Last: TimeSpan.FromSeconds(1));
}
