namespace ActorChat.Benchmarks.Growth.Plots;

/// <summary>A picture.</summary>
/// <param name="Name">Of its file, without ending.</param>
/// <param name="Svg">The whole file.</param>
internal sealed record Plot(string Name, string Svg);
