namespace ActorChat.Server.Framing;

/// <summary>What a client speaks that took this port for another service.</summary>
internal enum ForeignProtocol : byte
{
    /// <summary>Nothing that is known here: what it sends are messages.</summary>
    None,

    /// <summary>HTTP of any version from 1.0 on, also in cleartext HTTP/2.</summary>
    Http,

    /// <summary>TLS, whatever would be spoken inside.</summary>
    Tls,
}
