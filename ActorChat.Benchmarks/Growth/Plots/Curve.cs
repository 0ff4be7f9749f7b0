namespace ActorChat.Benchmarks.Growth.Plots;

/// <summary>A line through some points.</summary>
/// <param name="Name">For the key.</param>
/// <param name="Points">By growing X; both above 0, as the axes are logarithmic.</param>
internal sealed record Curve(string Name, IReadOnlyList<(double X, double Y)> Points);
