using Akka.TestKit.Internal;

namespace Akka.TestKit.TestEvent;

/// <summary>To the <see cref="TestEventListener"/>: events that fit these filters are not logged from now on.</summary>
public sealed class Mute
{
    internal Mute(IReadOnlyList<EventFilterBase> filters) => Filters = filters;

    internal IReadOnlyList<EventFilterBase> Filters { get; }
}
