using ActorChat.Server.Net.Limits;
using ActorChat.Server.Resources;

namespace ActorChat.Server.Net.Fairness;

/// <summary>The words at the end of a connection that has passed a limit.</summary>
/// <param name="Line">The last line to the client.</param>
/// <param name="Reason">Why it ended, for the log's story of it.</param>
internal readonly record struct Farewell(string Line, string Reason)
{
    /// <summary>The words for a limit of <see cref="FairUse"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The limit ends no connection, or has to do with its reader.</exception>
    public static Farewell For(Limit limit, Texts texts) => limit switch
    {
        Limit.NicknameTimeout => new(texts.NoNicknameInTime, texts.EndedWithoutNickname),
        Limit.IdleTimeout => new(texts.SilentTooLong, texts.EndedBySilence),
        Limit.FloodTimeout => new(texts.SentTooFast, texts.EndedByFlood),
        _ => throw new ArgumentOutOfRangeException(nameof(limit)),
    };

    /// <summary>The words to a reader that is too slow, or takes nothing at all.</summary>
    /// <param name="limit">Which of the two.</param>
    /// <param name="texts">In which language.</param>
    /// <param name="bytes">How much waited for it.</param>
    /// <param name="seconds">How long it had taken nothing.</param>
    public static Farewell ToReader(Limit limit, Texts texts, int bytes, long seconds) =>
        new(limit == Limit.MaxQueued ? texts.ReadTooSlow : texts.ReadNothing, texts.EndedBySlowReader(bytes, seconds));
}
