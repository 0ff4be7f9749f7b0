namespace ActorChat.Benchmarks.Durable;

/// <summary>The loop and the actor, measured one right after the other, so that whatever else the machine does falls on both.</summary>
internal sealed record Pair(Slice Loop, Slice Actor)
{
    /// <summary>How many times as fast the actor is.</summary>
    public double Ratio => Actor.Rate / Loop.Rate;
}
