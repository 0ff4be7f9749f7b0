using System.Globalization;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using ActorChat.Server.Errors;
using ActorChat.Server.Resources;

namespace ActorChat.Server.Transport.Tls;

/// <summary>A certificate with its key and chain, as read from the files.</summary>
internal sealed class ServerCertificate
{
    private const int MaxFile = 1 << 20;

    private readonly byte[] _chain;
    private readonly X509Certificate2 _leaf;

    private ServerCertificate(byte[] chain, X509Certificate2 leaf, X509Certificate2Collection others)
    {
        (_chain, _leaf) = (chain, leaf);

        // Offline, as the start must not wait for an authority's server.
        Context = SslStreamCertificateContext.Create(leaf, others, offline: true);
        Fingerprint = FingerprintOf(leaf);
    }

    public SslStreamCertificateContext Context { get; }

    public string Fingerprint { get; }

    /// <summary>Writes the SHA-256 of a certificate as OpenSSL and browsers do: AB:CD:….</summary>
    public static string FingerprintOf(X509Certificate2 certificate) =>
        string.Join(':', SHA256.HashData(certificate.RawData).Select(octet => octet.ToString("X2", CultureInfo.InvariantCulture)));

    /// <exception cref="CertificateException">A file cannot be read, or they are no pair.</exception>
    public static ServerCertificate Read(CertificateFiles files, Texts texts)
    {
        var chain = ReadFile(files.Certificate, texts);
        var certificates = Parse(files.Certificate, () => CertificatesOf(chain), texts);
        using var key = Parse(files.Key, () => KeyOf(certificates[0], Encoding.UTF8.GetString(ReadFile(files.Key, texts))), texts);
        try
        {
            var leaf = WithKey(certificates[0], key);
            return new ServerCertificate(chain, leaf, [.. certificates.Skip(1)]);
        }
        catch (Exception mismatch) when (mismatch is ArgumentException or CryptographicException)
        {
            throw new CertificateException(texts.KeyOfAnotherCertificate(files.Certificate, files.Key));
        }
    }

    /// <summary>Tells why clients would refuse it now; null if nothing is known.</summary>
    public string? FindFault(DateTimeOffset now, Texts texts) =>
        now > _leaf.NotAfter ? texts.CertificateExpired(_leaf.NotAfter.ToUniversalTime())
        : now < _leaf.NotBefore ? texts.CertificateNotYetValid(_leaf.NotBefore.ToUniversalTime())
        : null;

    public bool HasChainOf(ServerCertificate other) => _chain.AsSpan().SequenceEqual(other._chain);

    private static X509Certificate2Collection CertificatesOf(byte[] pem)
    {
        var certificates = new X509Certificate2Collection();
        certificates.ImportFromPem(Encoding.UTF8.GetString(pem));
        return certificates.Count > 0 ? certificates : throw new CryptographicException();
    }

    private static AsymmetricAlgorithm KeyOf(X509Certificate2 certificate, string pem)
    {
        AsymmetricAlgorithm key = certificate.GetRSAPublicKey() is { } rsa ? RSA.Create(rsa.KeySize) : ECDsa.Create();
        key.ImportFromPem(pem);
        return key;
    }

    private static X509Certificate2 WithKey(X509Certificate2 certificate, AsymmetricAlgorithm key)
    {
        var pair = key is RSA rsa ? certificate.CopyWithPrivateKey(rsa) : certificate.CopyWithPrivateKey((ECDsa)key);

        // Windows does not take a key that no store holds.
        return OperatingSystem.IsWindows() ? X509CertificateLoader.LoadPkcs12(pair.Export(X509ContentType.Pkcs12), password: null) : pair;
    }

    private static T Parse<T>(string path, Func<T> parse, Texts texts)
    {
        try
        {
            return parse();
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or ArgumentException or DecoderFallbackException)
        {
            throw new CertificateException(texts.NotPem(path));
        }
    }

    private static byte[] ReadFile(string path, Texts texts)
    {
        try
        {
            using var file = File.OpenRead(path);
            var bytes = new byte[MaxFile];
            var length = file.ReadAtLeast(bytes, MaxFile, throwOnEndOfStream: false);
            return length < MaxFile ? bytes[..length] : throw new CertificateException(texts.NotPem(path));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            var why = Directory.Exists(path) ? texts.IsFolder : SystemErrors.Describe(unreadable, texts);
            throw new CertificateException(texts.CannotReadCertificate(path, why));
        }
    }
}
