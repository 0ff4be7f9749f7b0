namespace Akka.Actor;

/// <summary>A child with the count of its restarts.</summary>
public class ChildRestartStats
{
    private long _windowStart;

    internal ChildRestartStats(InternalActorRef child) => ChildRef = child;

    /// <summary>The child.</summary>
    public IInternalActorRef Child => ChildRef;

    /// <summary>The restarts that count against the limit.</summary>
    public int MaxNrOfRetriesCount { get; private set; }

    internal InternalActorRef ChildRef { get; }

    /// <summary>Counts one more restart and says whether the limit allows it.</summary>
    /// <param name="maxNrOfRetries">Restarts allowed; negative for any number.</param>
    /// <param name="withinTimeMilliseconds">The window in which they count, in ms; 0 or less for ever. A window alone allows one.</param>
    public bool RequestRestartPermission(int maxNrOfRetries, int withinTimeMilliseconds)
    {
        if (maxNrOfRetries == 0)
            return false;
        if (withinTimeMilliseconds <= 0)
            return maxNrOfRetries < 0 || ++MaxNrOfRetriesCount <= maxNrOfRetries;

        var now = Environment.TickCount64;
        if (MaxNrOfRetriesCount == 0 || now - _windowStart > withinTimeMilliseconds)
        {
            _windowStart = now;
            MaxNrOfRetriesCount = 0;
        }

        return ++MaxNrOfRetriesCount <= Math.Max(1, maxNrOfRetries);
    }
}
