namespace Akka.Actor;

/// <summary>A reference that is no actor of the runtime's own but stands for one, such as a test probe: it is watched and stopped in that one's place.</summary>
internal interface IStandIn
{
    /// <summary>The actor it stands for.</summary>
    IActorRef For { get; }
}
