using ActorChat.Server.Framing;

namespace ActorChat.Server.Transport;

/// <summary>What a client of another protocol gets before its connection ends: an error that its own program understands.</summary>
internal static class ForeignAnswer
{
    // With the empty line it is a whole response: browsers and curl show its status instead of a broken connection.
    private static readonly byte[] BadRequest = [.. "HTTP/1.1 400 Bad Request\r\n\r\n"u8];

    // RFC 8446, 5.1 and 6: an alert record of two bytes, fatal (2), handshake_failure (40).
    private static readonly byte[] HandshakeFailure = [21, 3, 1, 0, 2, 2, 40];

    /// <summary>Its bytes.</summary>
    public static byte[] To(ForeignProtocol protocol) => protocol switch
    {
        ForeignProtocol.Http => BadRequest,
        ForeignProtocol.Tls => HandshakeFailure,
        _ => throw new ArgumentOutOfRangeException(nameof(protocol)),
    };

    /// <summary>The protocol's name, for the log.</summary>
    public static string NameOf(ForeignProtocol protocol) => protocol switch
    {
        ForeignProtocol.Http => "HTTP",
        ForeignProtocol.Tls => "TLS",
        _ => throw new ArgumentOutOfRangeException(nameof(protocol)),
    };
}
