using ActorChat.Server.Framing;

namespace ActorChat.Server.Transport.Connections;

/// <summary>How the bytes of one kind of client are read and written, as far as its connection has to know. Has no state: all share it.</summary>
internal interface IConnectionDialect
{
    /// <summary>Makes the decoder of one new connection.</summary>
    /// <param name="maxBytes">The most bytes of a message.</param>
    IMessageDecoder CreateDecoder(int maxBytes);

    /// <summary>Writes what the connection itself has to say.</summary>
    /// <param name="notice">What.</param>
    /// <param name="peer">How the client ends its own messages.</param>
    byte[] Write(ConnectionNotice notice, PeerKind peer);
}

/// <summary>What a connection says to its client without being asked.</summary>
/// <param name="Kind">What.</param>
/// <param name="Seconds">The time left, where the kind has one.</param>
internal readonly record struct ConnectionNotice(NoticeKind Kind, long Seconds = 0);

/// <summary>The kinds of <see cref="ConnectionNotice"/>.</summary>
internal enum NoticeKind
{
    /// <summary>The server stops.</summary>
    ServerStopping,

    /// <summary>The server cannot go on with this connection.</summary>
    ConnectionFailed,

    /// <summary>There are too many connections.</summary>
    ServerFull,

    /// <summary>There are too many connections from this address.</summary>
    TooManyFromAddress,

    /// <summary>Too many connect at once.</summary>
    TooManyAtOnce,

    /// <summary>No nickname came in time.</summary>
    NoNicknameInTime,

    /// <summary>No message came in time.</summary>
    NoMessageInTime,

    /// <summary>Nothing came for too long.</summary>
    SilentTooLong,

    /// <summary>Nothing has come for long; <see cref="ConnectionNotice.Seconds"/> are left.</summary>
    AreYouThere,

    /// <summary>Messages have to wait, because too many come.</summary>
    SendsTooFast,

    /// <summary>Too many came for too long.</summary>
    SentTooFast,
}
