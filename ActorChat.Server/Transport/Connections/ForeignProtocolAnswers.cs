using ActorChat.Server.Framing;

namespace ActorChat.Server.Transport.Connections;

/// <summary>Refuses clients of another protocol with an error that their own program understands.</summary>
internal static class ForeignProtocolAnswers
{
    // With the empty line it is a whole response: browsers and curl show its status instead of a broken connection.
    private static readonly byte[] BadRequest = [.. "HTTP/1.1 400 Bad Request\r\n\r\n"u8];

    // RFC 8446, 5.1 and 6: an alert record of two bytes, fatal (2), handshake_failure (40).
    private static readonly byte[] HandshakeFailure = [21, 3, 1, 0, 2, 2, 40];

    /// <summary>The bytes of the refusal.</summary>
    public static byte[] Refusal(this ForeignProtocol protocol) => protocol switch
    {
        ForeignProtocol.Http => BadRequest,
        ForeignProtocol.Tls => HandshakeFailure,
        _ => throw new ArgumentOutOfRangeException(nameof(protocol)),
    };

    /// <summary>The protocol's name, for the log.</summary>
    public static string Name(this ForeignProtocol protocol) => protocol switch
    {
        ForeignProtocol.Http => "HTTP",
        ForeignProtocol.Tls => "TLS",
        _ => throw new ArgumentOutOfRangeException(nameof(protocol)),
    };
}
