namespace Akka.Actor;

/// <summary>A message that could harm its receiver if it came from a stranger.</summary>
public interface IPossiblyHarmful
{
}
