namespace Akka.Actor;

/// <summary>Extensions of a system, made when they are first asked for.</summary>
public static class ActorSystemWithExtensions
{
    /// <summary>The extension of a type; null where it was never registered.</summary>
    public static T? WithExtension<T>(this ActorSystem system)
        where T : class, IExtension
    {
        ArgumentNullException.ThrowIfNull(system);
        return system.GetExtension<T>();
    }

    /// <summary>The extension of a key that has a parameterless constructor.</summary>
    public static T WithExtension<T>(this ActorSystem system, Type extensionId)
        where T : class, IExtension
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(extensionId);
        return system.GetExtension<T>() ?? (T)system.RegisterExtension((IExtensionId)Activator.CreateInstance(extensionId)!);
    }

    /// <summary>The extension of a key that has a parameterless constructor.</summary>
    public static T WithExtension<T, TI>(this ActorSystem system)
        where T : class, IExtension
        where TI : IExtensionId => system.WithExtension<T>(typeof(TI));
}
