using Akka.Actor;

namespace ActorChat.Tests.Actors;

/// <summary>
/// Tells a log each step of its life: <c>new</c>, <c>PreStart</c>, <c>PreRestart</c>, <c>PostRestart</c>, <c>PostStop</c>, with its
/// label in front. Throws exceptions that it is sent, makes a child of <see cref="Props"/> and answers with it, and tells the log
/// all else.
/// </summary>
internal sealed class HookedActor : UntypedActor
{
    private readonly IActorRef _log;
    private readonly string _label;

    public HookedActor(IActorRef log, string label)
    {
        (_log, _label) = (log, label);
        Say("new");
    }

    protected override void PreStart() => Say("PreStart");

    protected override void PreRestart(Exception reason, object? message)
    {
        Say("PreRestart");
        base.PreRestart(reason, message);
    }

    protected override void PostRestart(Exception reason)
    {
        Say("PostRestart");
        base.PostRestart(reason);
    }

    protected override void PostStop() => Say("PostStop");

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case Exception failure:
                throw failure;
            case Props child:
                Sender.Tell(Context.ActorOf(child), Self);
                break;
            default:
                _log.Tell($"{_label} {message}", Self);
                break;
        }
    }

    private void Say(string step) => _log.Tell($"{_label} {step}", Self);
}
