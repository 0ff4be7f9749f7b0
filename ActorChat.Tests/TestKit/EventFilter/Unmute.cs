using Akka.TestKit.Internal;

namespace Akka.TestKit.TestEvent;

/// <summary>To the <see cref="TestEventListener"/>: these filters are no longer in force.</summary>
public sealed class Unmute
{
    internal Unmute(IReadOnlyList<EventFilterBase> filters) => Filters = filters;

    internal IReadOnlyList<EventFilterBase> Filters { get; }
}
