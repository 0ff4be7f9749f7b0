using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ActorChat.Client.Net;

/// <summary>By what the server's certificate is known, where the user has said so.</summary>
/// <param name="Authorities">Who signs it, or the certificate itself; null: those that the system trusts.</param>
/// <param name="Fingerprint">Its SHA-256, as <see cref="Fingerprints.Of"/> writes it; null: any.</param>
internal sealed record TlsChoice(X509Certificate2Collection? Authorities, string? Fingerprint);

/// <summary>Writes fingerprints of certificates, as OpenSSL and the server do: AB:CD:….</summary>
internal static class Fingerprints
{
    public static string Of(X509Certificate2 certificate) => Write(SHA256.HashData(certificate.RawData));

    /// <summary>Reads one as people write it, with or without colons; null: it is none.</summary>
    public static string? TryParse(string text)
    {
        var digits = text.Replace(":", "", StringComparison.Ordinal);
        return digits.Length == 2 * SHA256.HashSizeInBytes && digits.All(char.IsAsciiHexDigit) ? Write(Convert.FromHexString(digits)) : null;
    }

    private static string Write(byte[] hash) => BitConverter.ToString(hash).Replace('-', ':');
}

/// <summary>What there is to say of a certificate that is not simply trusted.</summary>
internal abstract record CertificateDoubt
{
    private CertificateDoubt() { }

    /// <summary>Nobody vouches for it, and it was never seen. A person may compare the fingerprint.</summary>
    public sealed record Unknown(string Shown) : CertificateDoubt;

    /// <summary>It is not the one that was trusted before.</summary>
    public sealed record Changed(string Known, string Shown) : CertificateDoubt;

    /// <summary>It is not the one that the user has named.</summary>
    public sealed record NotNamed(string Named, string Shown) : CertificateDoubt;

    /// <summary>The authorities that the user has named do not sign it for this host.</summary>
    public sealed record NotSigned(string Shown) : CertificateDoubt;
}

/// <summary>The client's side of TLS, which ends where the certificate is not trusted.</summary>
/// <param name="server">Whose certificate it must be.</param>
/// <param name="choice">By what it is known.</param>
/// <param name="findKnown">Looks up the fingerprint that was trusted before; null: none.</param>
internal sealed class TlsHandshake(ServerAddress server, TlsChoice choice, Func<string?> findKnown)
{
    /// <summary>What was wrong with the certificate at the last attempt; null: nothing.</summary>
    public CertificateDoubt? Doubt { get; private set; }

    /// <summary>Encrypts a connection. Sends nothing of the user's before the certificate is trusted.</summary>
    /// <exception cref="IOException">The connection broke.</exception>
    /// <exception cref="OperationCanceledException">It took too long.</exception>
    public async Task<(SslStream? Stream, ConnectFailure Why)> RunAsync(Socket socket, CancellationToken cancellation)
    {
        Doubt = null;
        var stream = new SslStream(new NetworkStream(socket, ownsSocket: false));
        try
        {
            await stream.AuthenticateAsClientAsync(Options(), cancellation);
            if (Doubt is null)
                return (stream, default);

            // In good order, so that the server does not take it for a fault.
            await stream.ShutdownAsync();
        }
        catch (AuthenticationException failure)
        {
            if (Doubt is null)
                return (null, IsTurnedAway(failure) ? ConnectFailure.TurnedAway : ConnectFailure.NoTls);
        }

        await stream.DisposeAsync();
        return (null, ConnectFailure.Untrusted);
    }

    // The server's word for one too many; before a handshake it has no other.
    private static bool IsTurnedAway(AuthenticationException failure) =>
        failure.GetBaseException().Message.Contains("access denied", StringComparison.OrdinalIgnoreCase);

    private SslClientAuthenticationOptions Options() => new()
    {
        TargetHost = server.Host,
        EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
        CertificateRevocationCheckMode = X509RevocationMode.NoCheck,
        CertificateChainPolicy = Policy(),
        RemoteCertificateValidationCallback = (_, certificate, _, errors) => certificate is X509Certificate2 shown && IsAcceptable(shown, errors),
    };

    private X509ChainPolicy? Policy()
    {
        if (choice.Authorities is null)
            return null;
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.AddRange(choice.Authorities);
        return policy;
    }

    // An unknown one only ends the handshake afterwards: the user is asked, and may come back.
    private bool IsAcceptable(X509Certificate2 shown, SslPolicyErrors errors)
    {
        Doubt = FindDoubt(shown, Fingerprints.Of(shown), errors);
        return Doubt is null or CertificateDoubt.Unknown;
    }

    private CertificateDoubt? FindDoubt(X509Certificate2 shown, string fingerprint, SslPolicyErrors errors)
    {
        if (choice.Fingerprint is { } named)
            return named == fingerprint ? null : new CertificateDoubt.NotNamed(named, fingerprint);
        if (errors is SslPolicyErrors.None)
            return null;
        if (choice.Authorities is { } authorities)
            return authorities.Any(authority => Fingerprints.Of(authority) == fingerprint) ? null : new CertificateDoubt.NotSigned(fingerprint);
        return findKnown() switch
        {
            null => new CertificateDoubt.Unknown(fingerprint),
            var known when known == fingerprint => null,
            var known => new CertificateDoubt.Changed(known, fingerprint),
        };
    }
}
