namespace Akka.Actor;

/// <summary>An actor that has something to do between its constructor and its start.</summary>
public interface IInitializableActor
{
    /// <summary>Called once for each instance.</summary>
    void Init();
}
