using Xunit;

namespace ActorChat.Tests.Stress;

/// <summary>The stress scenarios run when all other tests have ended, and one after the other: they count memory and sockets.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class StressScenarios
{
    /// <summary>The name of the collection.</summary>
    public const string Name = "stress";
}
