namespace ActorChat.Tests.Faults.Actors;

/// <summary>A failure that nobody has foreseen, made by a test.</summary>
internal sealed class InjectedException(string message) : Exception(message);
