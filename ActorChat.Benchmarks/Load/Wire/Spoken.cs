namespace ActorChat.Benchmarks.Load.Wire;

/// <summary>What the text of a message says about itself.</summary>
/// <param name="Sender">The number of the member who said it.</param>
/// <param name="Sequence">Its place among that member's messages, from 0 on.</param>
/// <param name="Time">When it was said, or was due: stopwatch ticks since the run began.</param>
internal readonly record struct Spoken(int Sender, uint Sequence, long Time);
