using ActorChat.Server.Resources;
using ActorChat.Server.Transport.Connections;

namespace ActorChat.Server.Dialects;

/// <summary>The texts of connection notices, for all text dialects.</summary>
internal static class NoticeTexts
{
    /// <summary>Formats a notice, without a line end.</summary>
    public static string Format(ConnectionNotice notice, Texts texts) => notice.Kind switch
    {
        NoticeKind.ServerStopping => texts.ServerStopping,
        NoticeKind.ConnectionFailed => texts.ConnectionFailed,
        NoticeKind.ServerFull => texts.ServerFull,
        NoticeKind.TooManyFromAddress => texts.TooManyFromAddress,
        NoticeKind.TooManyAtOnce => texts.TooManyAtOnce,
        NoticeKind.NoNicknameInTime => texts.NoNicknameInTime,
        NoticeKind.NoMessageInTime => texts.NoMessageInTime,
        NoticeKind.SilentTooLong => texts.SilentTooLong,
        NoticeKind.AreYouThere => texts.AreYouThere(notice.Seconds),
        NoticeKind.SendsTooFast => texts.SendsTooFast,
        NoticeKind.SentTooFast => texts.SentTooFast,
        _ => throw new ArgumentOutOfRangeException(nameof(notice)),
    };
}
