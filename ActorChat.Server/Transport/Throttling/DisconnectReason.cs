using ActorChat.Server.Resources;
using ActorChat.Server.Transport.Limits;

namespace ActorChat.Server.Transport.Throttling;

/// <summary>The words at the end of a connection that has passed a limit.</summary>
/// <param name="Line">The last line to the client.</param>
/// <param name="Reason">Why it ended, for the log's story of it.</param>
internal readonly record struct DisconnectReason(string Line, string Reason)
{
    /// <summary>The words for a limit of <see cref="ClientLimits"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The limit ends no connection, or has to do with its reader.</exception>
    public static DisconnectReason For(Limit limit, Texts texts) => limit switch
    {
        Limit.NicknameTimeout => new(texts.NoNicknameInTime, texts.EndedWithoutNickname),
        Limit.MessageTimeout => new(texts.NoMessageInTime, texts.EndedWithoutMessage),
        Limit.IdleTimeout => new(texts.SilentTooLong, texts.EndedBySilence),
        Limit.FloodTimeout => new(texts.SentTooFast, texts.EndedByFlood),
        _ => throw new ArgumentOutOfRangeException(nameof(limit)),
    };
}
