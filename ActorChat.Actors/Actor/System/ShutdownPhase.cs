namespace Akka.Actor;

/// <summary>One step of a coordinated shutdown.</summary>
/// <param name="Name">Its name in the settings.</param>
/// <param name="Timeout">The time it may take.</param>
/// <param name="Recover">Whether the later steps run also when this one fails or is out of time.</param>
internal sealed record ShutdownPhase(string Name, TimeSpan Timeout, bool Recover);
