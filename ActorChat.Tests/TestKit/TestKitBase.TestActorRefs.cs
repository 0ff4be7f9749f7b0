using System.Linq.Expressions;
using Akka.Actor;

namespace Akka.TestKit;

/// <content>Making actors that run on the thread of the test, whose instances it can see.</content>
public abstract partial class TestKitBase
{
    /// <summary>Makes such an actor.</summary>
    /// <param name="props">How to make it.</param>
    /// <param name="supervisor">Its parent.</param>
    /// <param name="name">Its name; null for a generated one.</param>
    public TestActorRef<TActor> ActorOfAsTestActorRef<TActor>(Props props, IActorRef? supervisor, string? name = null)
        where TActor : ActorBase => new(Sys, props, supervisor, name);

    /// <summary>Makes such an actor, as a child of <c>/user</c>.</summary>
    public TestActorRef<TActor> ActorOfAsTestActorRef<TActor>(Props props, string? name = null)
        where TActor : ActorBase => new(Sys, props, null, name);

    /// <summary>Makes such an actor by <c>() =&gt; new TActor(…)</c>.</summary>
    public TestActorRef<TActor> ActorOfAsTestActorRef<TActor>(Expression<Func<TActor>> factory, IActorRef? supervisor, string? name = null)
        where TActor : ActorBase => new(Sys, Props.Create(factory), supervisor, name);

    /// <summary>Makes such an actor by <c>() =&gt; new TActor(…)</c>, as a child of <c>/user</c>.</summary>
    public TestActorRef<TActor> ActorOfAsTestActorRef<TActor>(Expression<Func<TActor>> factory, string? name = null)
        where TActor : ActorBase => new(Sys, Props.Create(factory), null, name);

    /// <summary>Makes such an actor.</summary>
    public TestActorRef<TActor> ActorOfAsTestActorRef<TActor>(IActorRef? supervisor, string? name = null)
        where TActor : ActorBase, new() => new(Sys, Props.Create<TActor>(), supervisor, name);

    /// <summary>Makes such an actor, as a child of <c>/user</c>.</summary>
    public TestActorRef<TActor> ActorOfAsTestActorRef<TActor>(string? name = null)
        where TActor : ActorBase, new() => new(Sys, Props.Create<TActor>(), null, name);
}
