namespace ActorChat.Benchmarks.Load.Arguments;

/// <summary>One option of the command line.</summary>
/// <param name="Name">With its dashes.</param>
/// <param name="Value">What its value is, for the help; null where it takes none.</param>
/// <param name="Description">For the help, and for whoever gives a wrong value.</param>
/// <param name="Set">The options with this one set to a value (empty where it takes none); null where the value is wrong.</param>
internal sealed record LoadOption(string Name, string? Value, string Description, Func<LoadOptions, string, LoadOptions?> Set);
