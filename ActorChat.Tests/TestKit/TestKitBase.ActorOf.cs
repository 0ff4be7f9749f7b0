using System.Linq.Expressions;
using Akka.Actor;

namespace Akka.TestKit;

/// <content>Making actors, as children of <c>/user</c>.</content>
public abstract partial class TestKitBase
{
    /// <summary>Makes an actor.</summary>
    public IActorRef ActorOf(Props props) => Sys.ActorOf(props);

    /// <summary>Makes an actor.</summary>
    public IActorRef ActorOf(Props props, string? name) => Sys.ActorOf(props, name);

    /// <summary>Makes an actor.</summary>
    public IActorRef ActorOf<TActor>()
        where TActor : ActorBase, new() => Sys.ActorOf(Props.Create<TActor>());

    /// <summary>Makes an actor.</summary>
    public IActorRef ActorOf<TActor>(string? name)
        where TActor : ActorBase, new() => Sys.ActorOf(Props.Create<TActor>(), name);

    /// <summary>Makes an actor by <c>() =&gt; new TActor(…)</c>.</summary>
    public IActorRef ActorOf<TActor>(Expression<Func<TActor>> factory)
        where TActor : ActorBase => Sys.ActorOf(Props.Create(factory));

    /// <summary>Makes an actor by <c>() =&gt; new TActor(…)</c>.</summary>
    public IActorRef ActorOf<TActor>(Expression<Func<TActor>> factory, string? name)
        where TActor : ActorBase => Sys.ActorOf(Props.Create(factory), name);

    /// <inheritdoc/>
    public ActorSelection ActorSelection(ActorPath actorPath) => Sys.ActorSelection(actorPath);

    /// <inheritdoc/>
    public ActorSelection ActorSelection(string actorPath) => Sys.ActorSelection(actorPath);

    /// <summary>The actors at a path relative to the given actor.</summary>
    public ActorSelection ActorSelection(IActorRef anchorRef, string actorPath) => ActorRefFactoryShared.ActorSelection(anchorRef, actorPath);
}
