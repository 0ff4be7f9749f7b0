namespace ActorChat.Tests.Stress.Population;

/// <summary>A message.</summary>
/// <param name="Pair">Who sends it to whom.</param>
/// <param name="Number">Its number in this pair: 1, 2, 3…</param>
/// <param name="Kind">What is to be done.</param>
internal sealed record Work(Pair Pair, int Number, Kind Kind);
