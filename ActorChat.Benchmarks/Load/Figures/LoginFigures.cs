namespace ActorChat.Benchmarks.Load.Figures;

/// <summary>The logins.</summary>
/// <param name="Count">Members that are in.</param>
/// <param name="Seconds">From the first connection to the last welcome.</param>
/// <param name="PerSecond">Count over seconds.</param>
/// <param name="Delay">From connecting to the welcome.</param>
/// <param name="Disconnected">Members that the server closed afterwards.</param>
internal sealed record LoginFigures(int Count, double Seconds, double PerSecond, Delays Delay, int Disconnected);
