namespace Akka.Actor;

/// <summary>The base of the kinds of actors with a stash; an actor implements one of those that derive from it.</summary>
public interface IActorStash
{
    /// <summary>Set by the runtime before the actor starts.</summary>
    IStash Stash { get; set; }
}
