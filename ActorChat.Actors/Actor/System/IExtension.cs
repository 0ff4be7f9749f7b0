namespace Akka.Actor;

/// <summary>Something that an actor system has at most one of, made on first use.</summary>
public interface IExtension
{
}
