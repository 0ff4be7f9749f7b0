namespace Akka.Actor;

/// <summary>The key of an extension, which also makes it.</summary>
public interface IExtensionId
{
    /// <summary>The extension's type.</summary>
    Type ExtensionType { get; }

    /// <summary>The system's instance, made if needed.</summary>
    object Apply(ActorSystem system);

    /// <summary>The system's instance, made if needed.</summary>
    object Get(ActorSystem system);

    /// <summary>Makes it; called once for each system.</summary>
    object CreateExtension(ExtendedActorSystem system);
}
