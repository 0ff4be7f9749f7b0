namespace ActorChat.Server.Storage;

/// <summary>Pauses between attempts: each twice the one before, up to the longest, and a little random so that many do not come back at once.</summary>
internal sealed class Backoff(TimeSpan first, TimeSpan longest)
{
    private readonly TimeSpan _first = first;
    private TimeSpan _next = first;

    /// <summary>The pause before the next attempt: 80 to 120 % of its turn.</summary>
    public TimeSpan Next()
    {
        var pause = _next * (0.8 + (0.4 * Random.Shared.NextDouble()));
        _next = _next * 2 < longest ? _next * 2 : longest;
        return pause;
    }

    /// <summary>An attempt went well: begin anew.</summary>
    public void Reset() => _next = _first;
}
