namespace ActorChat.Benchmarks.Growth.Plots;

/// <summary>One of the pictures of a plot, side by side.</summary>
/// <param name="Label">What is drawn upwards, with its unit.</param>
/// <param name="Curves">At least one, with at least one point.</param>
internal sealed record Panel(string Label, IReadOnlyList<Curve> Curves);
