using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

/// <summary>The fixed top of the tree: the root, <c>/user</c>, <c>/system</c>, <c>/temp</c> and <c>/deadLetters</c>.</summary>
internal sealed class LocalActorRefProvider
{
    private readonly ActorSystemImpl _system;
    private long _lastUid;

    public LocalActorRefProvider(ActorSystemImpl system)
    {
        _system = system;
        RootPath = new RootActorPath(new Address("akka", system.Name));
        DeadLetters = new DeadLetterActorRef(RootPath / "deadLetters", new RootParent(RootPath, system), system.EventStream, system.Activity);
        IgnoreRef = new IgnoreActorRef(RootPath / "ignore", DeadLetters.Parent);
        Root = new LocalActorRef(system, Props.Create<RootGuardian>(), system.Dispatchers.DefaultGlobalDispatcher, DeadLetters.Parent, RootPath);
        Temp = new VirtualPathContainer(RootPath / "temp", Root, DeadLetters);
        Guardian = AddGuardian<UserGuardian>("user");
        SystemGuardian = AddGuardian<SystemGuardian>("system");
    }

    public RootActorPath RootPath { get; }

    public DeadLetterActorRef DeadLetters { get; }

    public IgnoreActorRef IgnoreRef { get; }

    public LocalActorRef Root { get; }

    public VirtualPathContainer Temp { get; }

    public LocalActorRef Guardian { get; }

    public LocalActorRef SystemGuardian { get; }

    /// <summary>Starts the three guardians.</summary>
    public void Start()
    {
        Root.SendSystemMessage(new Create());
        SystemGuardian.SendSystemMessage(new Create());
        Guardian.SendSystemMessage(new Create());
    }

    /// <summary>Makes an actor below a parent and starts it.</summary>
    public LocalActorRef CreateChild(ActorCell parent, Props props, string? name)
    {
        if (name is not null && !ActorPath.IsValidPathElement(name))
            throw new InvalidActorNameException($"Illegal actor name [{name}]: it must not be empty nor start with '$', and only have letters, digits and -_.*$+:@&=,!~';()");
        if (parent.IsStopping)
            throw new InvalidOperationException("Cannot create child while terminating or terminated");
        // The dispatcher is looked up when the name is known to be free: a pinned one starts a thread, which only its actor ends.
        var child = parent.Children.Add(name, unique => NewRef(parent.SelfRef, props, _system.Dispatchers.Lookup(props.Dispatcher), unique));
        parent.OnChildMade(child);
        child.SendSystemMessage(new Create());
        return child;
    }

    private LocalActorRef NewRef(LocalActorRef parent, Props props, Dispatch.MessageDispatcher dispatcher, string name) =>
        new(_system, props, dispatcher, parent, new ChildActorPath(parent.Path, name, Interlocked.Increment(ref _lastUid)));

    private LocalActorRef AddGuardian<T>(string name)
        where T : ActorBase
    {
        var props = Props.Create<T>();
        return Root.Cell.Children.Add(name, unique => NewRef(Root, props, _system.Dispatchers.DefaultGlobalDispatcher, unique));
    }
}
