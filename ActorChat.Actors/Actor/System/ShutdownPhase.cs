namespace Akka.Actor;

/// <summary>One step of a coordinated shutdown.</summary>
/// <param name="Name">Its name in the settings.</param>
/// <param name="Timeout">The time it may take.</param>
internal sealed record ShutdownPhase(string Name, TimeSpan Timeout);
