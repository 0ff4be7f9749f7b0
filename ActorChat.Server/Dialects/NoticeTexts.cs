using ActorChat.Server.Resources;
using ActorChat.Server.Transport.Connections;

namespace ActorChat.Server.Dialects;

/// <summary>The words of the notices that a connection gives by itself, the same in every dialect of text.</summary>
internal static class NoticeTexts
{
    /// <summary>The words, without a line end.</summary>
    public static string Of(ConnectionNotice notice, Texts texts) => notice.Kind switch
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
