using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using ActorChat.Server.Resources;

namespace ActorChat.Server.Transport.Tls;

/// <summary>What all ports with TLS share.</summary>
internal sealed record TlsOptions(CertificateStore Certificates, Texts Texts)
{
    /// <summary>The time from connecting to the end of the handshake.</summary>
    public TimeSpan HandshakeTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Handshakes at the same time.</summary>
    public int MaxHandshakes { get; init; } = 64;

    /// <summary>What a handshake may take while others wait: longer than an honest one needs, on a slow line too.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(1);

    public ClientCertificates ClientCertificates { get; init; }

    /// <summary>Who signs the clients' certificates; null for the authorities that the system trusts.</summary>
    public X509Certificate2Collection? ClientAuthorities { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Makes the options of one handshake, with the certificate of this moment.</summary>
    public SslServerAuthenticationOptions ForHandshake() => new()
    {
        ServerCertificateContext = Certificates.Current,
        EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
        AllowRenegotiation = false,
        ClientCertificateRequired = ClientCertificates != ClientCertificates.Off,
        CertificateChainPolicy = ClientPolicy(),
        RemoteCertificateValidationCallback = ClientCertificates == ClientCertificates.Off ? null : (_, certificate, _, errors) =>
            certificate is null ? ClientCertificates == ClientCertificates.Optional : errors == SslPolicyErrors.None,
    };

    private X509ChainPolicy? ClientPolicy()
    {
        if (ClientAuthorities is null)
            return null;
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.AddRange(ClientAuthorities);
        return policy;
    }
}

/// <summary>Whether clients show a certificate of their own.</summary>
internal enum ClientCertificates
{
    Off,

    /// <summary>One that is shown must be good.</summary>
    Optional,

    Required,
}
