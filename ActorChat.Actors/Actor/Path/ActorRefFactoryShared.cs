namespace Akka.Actor;

/// <summary>Selections from text.</summary>
public static class ActorRefFactoryShared
{
    /// <summary>The actor at a full path.</summary>
    public static ActorSelection ActorSelection(ActorPath actorPath, ActorSystem system)
    {
        ArgumentNullException.ThrowIfNull(actorPath);
        return new ActorSelection(Root(system), actorPath.Elements);
    }

    /// <summary>The actors at a path: <c>akka://system/user/a</c>, <c>/user/a</c>, or relative to the given actor.</summary>
    public static ActorSelection ActorSelection(string path, ActorSystem system, IActorRef lookupRoot)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(system);
        var address = $"akka://{system.Name}/";
        if (path.StartsWith(address, StringComparison.Ordinal))
            return new ActorSelection(Root(system), path[(address.Length - 1)..]);
        if (path.Contains("://", StringComparison.Ordinal))
            return new ActorSelection(system.DeadLetters, path[(path.IndexOf("://", StringComparison.Ordinal) + 3)..]);
        return new ActorSelection(path.StartsWith('/') ? Root(system) : lookupRoot, path);
    }

    /// <summary>The actors at a path relative to the given actor.</summary>
    public static ActorSelection ActorSelection(IActorRef anchorActorRef, string path) => new(anchorActorRef, path);

    private static LocalActorRef Root(ActorSystem system) => ((ActorSystemImpl)system).Provider.Root;
}
