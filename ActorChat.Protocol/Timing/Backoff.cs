namespace ActorChat.Protocol.Timing;

/// <summary>
/// Doubles the pause between attempts each time, up to a longest one. Varies it by a quarter, so that a thousand clients do not come back
/// in the same moment.
/// </summary>
/// <param name="first">The first pause.</param>
/// <param name="longest">No pause is longer, varied or not.</param>
/// <param name="random">Uniform in [0, 1); null: .NET's own.</param>
internal sealed class Backoff(TimeSpan first, TimeSpan longest, Func<double>? random = null)
{
    private const double Variation = 0.25;

    private readonly Func<double> _random = random ?? Random.Shared.NextDouble;
    private readonly TimeSpan _first = first;
    private TimeSpan _next = first;

    /// <summary>The pause before the next attempt.</summary>
    public TimeSpan Next()
    {
        var pause = _next * (1 - Variation + (2 * Variation * _random()));
        _next = _next * 2 < longest ? _next * 2 : longest;
        return pause < longest ? pause : longest;
    }

    /// <summary>Starts over after an attempt that succeeded.</summary>
    public void Reset() => _next = _first;
}
