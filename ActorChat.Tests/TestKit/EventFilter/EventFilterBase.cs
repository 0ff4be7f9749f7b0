using Akka.Event;

namespace Akka.TestKit;

/// <summary>Recognizes log events.</summary>
public abstract class EventFilterBase
{
    /// <summary>Raised for each event that fits, on the listener's thread.</summary>
    internal event Action<LogEvent>? Matched;

    /// <summary>Whether the event fits; tells <see cref="Matched"/>.</summary>
    internal bool Apply(LogEvent logEvent)
    {
        if (!Fits(logEvent))
            return false;
        Matched?.Invoke(logEvent);
        return true;
    }

    /// <summary>Whether the event fits.</summary>
    private protected abstract bool Fits(LogEvent logEvent);
}
