using ActorChat.Server.Framing;

namespace ActorChat.Server.Transport.Connections;

/// <summary>Refuses clients of other protocols with an error in their own protocol.</summary>
internal static class ForeignProtocolAnswers
{
    // Ends with an empty line, so that browsers and curl show the status instead of a broken connection.
    private static readonly byte[] BadRequest = [.. "HTTP/1.1 400 Bad Request\r\n\r\n"u8];

    // RFC 8446, 5.1 and 6: an alert record of two bytes, fatal (2), handshake_failure (40).
    private static readonly byte[] HandshakeFailure = [21, 3, 1, 0, 2, 2, 40];

    public static byte[] Refusal(this ForeignProtocol protocol) => protocol switch
    {
        ForeignProtocol.Http => BadRequest,
        ForeignProtocol.Tls => HandshakeFailure,
        _ => throw new ArgumentOutOfRangeException(nameof(protocol)),
    };

    public static string Name(this ForeignProtocol protocol) => protocol switch
    {
        ForeignProtocol.Http => "HTTP",
        ForeignProtocol.Tls => "TLS",
        _ => throw new ArgumentOutOfRangeException(nameof(protocol)),
    };
}
