using Akka.Event;

namespace Akka.TestKit.Internal;

/// <summary>Recognizes log events.</summary>
public abstract class EventFilterBase
{
    private protected EventFilterBase()
    {
    }

    /// <summary>Raised for each event that it is shown, with whether it fits, on the listener's thread of work.</summary>
    internal event Action<LogEvent, bool>? Seen;

    /// <summary>Whether the event fits; raises <see cref="Seen"/>.</summary>
    internal bool Apply(LogEvent logEvent)
    {
        var fits = Fits(logEvent);
        Seen?.Invoke(logEvent, fits);
        return fits;
    }

    /// <summary>Whether the event fits.</summary>
    private protected abstract bool Fits(LogEvent logEvent);
}
