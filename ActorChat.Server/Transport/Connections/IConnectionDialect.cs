using ActorChat.Server.Framing;

namespace ActorChat.Server.Transport.Connections;

/// <summary>The part of a dialect that every connection needs. Stateless and shared.</summary>
internal interface IConnectionDialect
{
    /// <summary>Makes the decoder of one connection.</summary>
    /// <param name="maxBytes">The maximum bytes of a message.</param>
    IMessageDecoder CreateDecoder(int maxBytes);

    /// <summary>Renders a notice of the connection itself.</summary>
    /// <param name="notice">The notice.</param>
    /// <param name="peer">How the client ends its own messages.</param>
    byte[] Write(ConnectionNotice notice, PeerKind peer);
}

/// <summary>An unsolicited notice of a connection to its client.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Seconds">The time left, for kinds that state one.</param>
internal readonly record struct ConnectionNotice(NoticeKind Kind, long Seconds = 0);

/// <summary>The kinds of <see cref="ConnectionNotice"/>.</summary>
internal enum NoticeKind
{
    /// <summary>The server stops.</summary>
    ServerStopping,

    /// <summary>The server failed on this connection.</summary>
    ConnectionFailed,

    /// <summary>There are too many connections.</summary>
    ServerFull,

    /// <summary>There are too many connections from this address.</summary>
    TooManyFromAddress,

    /// <summary>Too many clients connect at once.</summary>
    TooManyAtOnce,

    /// <summary>No nickname came in time.</summary>
    NoNicknameInTime,

    /// <summary>No message came in time.</summary>
    NoMessageInTime,

    /// <summary>The client was idle for too long.</summary>
    SilentTooLong,

    /// <summary>The client is idle; <see cref="ConnectionNotice.Seconds"/> are left.</summary>
    AreYouThere,

    /// <summary>The rate limit delays messages.</summary>
    SendsTooFast,

    /// <summary>The client exceeded the rate limit for too long.</summary>
    SentTooFast,
}
