namespace ActorChat.Client.Chat;

/// <summary>
/// The pauses between attempts to connect again: 1 s, doubled each time up to 60 s, and each varied by a quarter up or down, so that a
/// thousand clients do not all knock in the same moment when their server is back.
/// </summary>
/// <param name="random">Uniform in [0, 1).</param>
internal sealed class Backoff(Func<double> random)
{
    private const double Variation = 0.25;

    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1), Longest = TimeSpan.FromSeconds(60);

    private TimeSpan _next = Shortest;

    /// <summary>How long to wait now.</summary>
    public TimeSpan Next()
    {
        var pause = _next * (1 - Variation + (2 * Variation * random()));
        _next = _next * 2 < Longest ? _next * 2 : Longest;
        return pause < Longest ? pause : Longest;
    }

    /// <summary>Begins anew: a connection has proved good.</summary>
    public void Reset() => _next = Shortest;
}
