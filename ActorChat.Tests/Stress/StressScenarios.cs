namespace ActorChat.Tests.Stress;

/// <summary>
/// Stress scenarios that count the memory and the sockets of this process, or that measure time: they run when all other tests have ended,
/// one after the other.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class StressScenarios
{
    /// <summary>The name of the collection.</summary>
    public const string Name = "stress";
}
