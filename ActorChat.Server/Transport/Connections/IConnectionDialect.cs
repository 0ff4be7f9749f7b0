using ActorChat.Server.Framing;

namespace ActorChat.Server.Transport.Connections;

/// <summary>The part of a dialect that every connection needs. Stateless and shared.</summary>
internal interface IConnectionDialect
{
    /// <summary>Makes the decoder of one connection, with a maximum for the bytes of a message.</summary>
    IMessageDecoder CreateDecoder(int maxBytes);

    /// <summary>Renders a notice of the connection itself.</summary>
    byte[] Write(ConnectionNotice notice, PeerKind peer);
}

/// <summary>An unsolicited notice of a connection to its client, with the time left for kinds that state one.</summary>
internal readonly record struct ConnectionNotice(NoticeKind Kind, long Seconds = 0);

/// <summary>The kinds of <see cref="ConnectionNotice"/>.</summary>
internal enum NoticeKind
{
    ServerStopping,

    /// <summary>The server failed on this connection.</summary>
    ConnectionFailed,

    ServerFull,
    TooManyFromAddress,
    TooManyAtOnce,
    NoNicknameInTime,
    NoMessageInTime,
    SilentTooLong,

    /// <summary>The client is idle; <see cref="ConnectionNotice.Seconds"/> are left.</summary>
    AreYouThere,

    /// <summary>The rate limit delays messages.</summary>
    SendsTooFast,

    /// <summary>The client exceeded the rate limit for too long.</summary>
    SentTooFast,
}
