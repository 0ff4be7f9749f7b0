using Akka.Event;
using Akka.TestKit.Internal;
using Akka.TestKit.TestEvent;

namespace Akka.TestKit;

/// <summary>The logger of systems under test: prints what no <see cref="EventFilterFactory">filter</see> keeps back, dead letters and unhandled messages too.</summary>
public class TestEventListener : DefaultLogger
{
    private readonly List<EventFilterBase> _filters = [];

    /// <inheritdoc/>
    protected override bool Receive(object message)
    {
        switch (message)
        {
            case InitializeLogger initialize:
                Subscribe(initialize.LoggingBus);
                return base.Receive(message);
            case Mute mute:
                _filters.AddRange(mute.Filters);
                return true;
            case Unmute unmute:
                _filters.RemoveAll(unmute.Filters.Contains);
                return true;
            case DeadLetter letter:
                return OnLog(new Warning(letter.Recipient.Path.ToString(), letter.Recipient.GetType(), letter));
            case UnhandledMessage unhandled:
                return OnLog(new Warning(
                    unhandled.Recipient.Path.ToString(), unhandled.Recipient.GetType(), $"Unhandled message from {unhandled.Sender}: {unhandled.Message}"));
            case LogEvent logEvent:
                return OnLog(logEvent);
            default:
                return base.Receive(message);
        }
    }

    private void Subscribe(LoggingBus bus)
    {
        foreach (var type in (Type[])[typeof(Mute), typeof(Unmute), typeof(DeadLetter), typeof(UnhandledMessage)])
            bus.Subscribe(Self, type);
    }

    private bool OnLog(LogEvent logEvent) => Filtered(logEvent) || base.Receive(logEvent);

    // Every filter sees the event: two may count the same.
    private bool Filtered(LogEvent logEvent) => _filters.Aggregate(false, (filtered, filter) => filter.Apply(logEvent) || filtered);
}
