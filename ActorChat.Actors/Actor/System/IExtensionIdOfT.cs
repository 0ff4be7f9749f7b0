namespace Akka.Actor;

/// <summary>The key of an extension, which also makes it.</summary>
/// <typeparam name="T">The extension.</typeparam>
public interface IExtensionId<T> : IExtensionId
    where T : IExtension
{
    /// <summary>The system's instance, made if needed.</summary>
    new T Apply(ActorSystem system);

    /// <summary>The system's instance, made if needed.</summary>
    new T Get(ActorSystem system);

    /// <summary>Makes it; called once for each system.</summary>
    new T CreateExtension(ExtendedActorSystem system);
}
