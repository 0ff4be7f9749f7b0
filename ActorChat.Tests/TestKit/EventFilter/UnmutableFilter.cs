using Akka.Actor;
using Akka.TestKit.TestEvent;

namespace Akka.TestKit.Internal;

/// <summary>Filters that are in force in a system until they are taken away.</summary>
internal sealed class UnmutableFilter : IUnmutableFilter
{
    private readonly IReadOnlyList<EventFilterBase> _filters;
    private readonly ActorSystem _system;
    private bool _unmuted;

    public UnmutableFilter(IReadOnlyList<EventFilterBase> filters, ActorSystem system)
    {
        _filters = filters;
        _system = system;
        // The listener has it before anything that is logged from now on: both go through its mailbox.
        system.EventStream.Publish(new Mute(filters));
    }

    public void Unmute()
    {
        if (_unmuted)
            return;
        _unmuted = true;
        _system.EventStream.Publish(new Unmute(_filters));
    }

    public void Dispose() => Unmute();
}
