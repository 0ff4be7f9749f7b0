using Akka.Actor;

namespace ActorChat.Tests.Actors.Stash;

/// <summary>
/// Puts aside what it is sent until it is told <c>open</c>; then gives all back, and from then on passes what it is sent on to a log.
/// Does what a function on its stash does, and throws exceptions, at any time.
/// </summary>
internal sealed class StashingActor(IActorRef log) : UntypedActor, IWithStash
{
    private bool _open;

    public IStash Stash { get; set; } = null!;

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case Action<IStash> action:
                action(Stash);
                break;
            case Exception failure:
                throw failure;
            case "open":
                _open = true;
                Stash.UnstashAll();
                break;
            case var any when _open:
                log.Tell(any, Sender);
                break;
            default:
                Stash.Stash();
                break;
        }
    }
}
