using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ActorChat.Tests.Transport.Tls;

/// <summary>An authority that signs certificates.</summary>
internal sealed class TestAuthority : IDisposable
{
    private static readonly DateTimeOffset Begin = DateTimeOffset.UtcNow.AddDays(-1);

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public TestAuthority()
    {
        var request = new CertificateRequest("CN=Test authority", _key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(X509BasicConstraintsExtension.CreateForCertificateAuthority());
        Certificate = request.CreateSelfSigned(Begin, Begin.AddYears(1));
    }

    public X509Certificate2 Certificate { get; }

    /// <summary>Makes a certificate with its key.</summary>
    public X509Certificate2 Sign(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        using var signed = Sign(request);
        return signed.CopyWithPrivateKey(key);
    }

    public X509Certificate2 Sign(CertificateRequest request) => request.Create(
        Certificate.SubjectName, X509SignatureGenerator.CreateForECDsa(_key), Begin, Begin.AddDays(90), RandomNumberGenerator.GetBytes(8));

    public void Dispose()
    {
        Certificate.Dispose();
        _key.Dispose();
    }
}
