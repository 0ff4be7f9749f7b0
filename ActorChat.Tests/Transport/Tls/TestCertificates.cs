using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ActorChat.Server.Resources;
using ActorChat.Server.Transport.Tls;

namespace ActorChat.Tests.Transport.Tls;

/// <summary>Certificates in a folder of their own, as an operator puts them there.</summary>
internal sealed class TestCertificates : IDisposable
{
    private static readonly Lazy<CertificateStore> SharedStore = new(() =>
    {
        using var certificates = new TestCertificates();
        certificates.Write();
        return certificates.Open(TimeProvider.System);
    });

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("actorchat-tls-");

    /// <summary>One for all tests that do not look at it. Its files are gone.</summary>
    public static CertificateStore Shared => SharedStore.Value;

    public string Folder => _folder.FullName;

    public CertificateFiles Files => new(Path.Combine(Folder, "fullchain.pem"), Path.Combine(Folder, "privkey.pem"));

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>Writes a pair that was just made for localhost. Gives its fingerprint.</summary>
    public string Write(DateTimeOffset? notAfter = null, bool isRsa = false, TestAuthority? signedBy = null)
    {
        var end = notAfter ?? DateTimeOffset.UtcNow.AddDays(90);
        using AsymmetricAlgorithm key = isRsa ? RSA.Create(2048) : ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = Request("localhost", key);
        using var certificate = signedBy?.Sign(request) ?? request.CreateSelfSigned(end.AddDays(-180), end);
        File.WriteAllText(Files.Certificate, certificate.ExportCertificatePem());
        File.WriteAllText(Files.Key, key.ExportPkcs8PrivateKeyPem());
        return ServerCertificate.FingerprintOf(certificate);
    }

    public CertificateStore Open(TimeProvider clock) => CertificateStore.Open(Files, clock, Texts.For(Language.Spanish));

    private static CertificateRequest Request(string name, AsymmetricAlgorithm key)
    {
        var request = key is RSA rsa
            ? new CertificateRequest($"CN={name}", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            : new CertificateRequest($"CN={name}", (ECDsa)key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        return request;
    }
}
