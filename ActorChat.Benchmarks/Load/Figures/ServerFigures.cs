namespace ActorChat.Benchmarks.Load.Figures;

/// <summary>The server's process.</summary>
/// <param name="CpuSeconds">Processor time, of all its threads, while it was measured.</param>
/// <param name="Busy">The same, for each second.</param>
/// <param name="CpuSecondsPerMillion">The same, for a million deliveries, confirmations or logins; none where nothing was done.</param>
/// <param name="ResidentBefore">Bytes in memory before the first login.</param>
/// <param name="ResidentAfter">Bytes in memory at the end, all members still there.</param>
/// <param name="BytesPerConnection">The difference, for each member; none for the confirmation port.</param>
internal sealed record ServerFigures(
    double CpuSeconds, double Busy, double? CpuSecondsPerMillion, long ResidentBefore, long ResidentAfter, double? BytesPerConnection);
