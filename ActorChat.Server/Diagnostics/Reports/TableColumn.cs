namespace ActorChat.Server.Diagnostics.Reports;

/// <summary>A column of a table.</summary>
/// <param name="Heading">What stands above it.</param>
/// <param name="IsNumber">Whether its cells stand at the right, and are never cut.</param>
/// <param name="MostWidth">The most columns of the terminal that it takes.</param>
/// <param name="Usual">A cell that tells nothing: a table that is too wide does without a column that has no other.</param>
internal sealed record TableColumn(string Heading, bool IsNumber = false, int MostWidth = 44, string? Usual = null);
