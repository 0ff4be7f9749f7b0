namespace ActorChat.Benchmarks.Load.Runs;

/// <summary>The load cannot be put on: the server is not there, or does not let everybody in.</summary>
/// <param name="message">Why, on one line.</param>
internal sealed class LoadException(string message) : Exception(message);
