using Akka.Event;

namespace Akka.TestKit.Internal;

/// <summary>Events that fit a predicate.</summary>
internal sealed class PredicateFilter(Func<LogEvent, bool> fits, string description) : EventFilterBase
{
    public override string ToString() => description;

    private protected override bool Fits(LogEvent logEvent) => fits(logEvent);
}
