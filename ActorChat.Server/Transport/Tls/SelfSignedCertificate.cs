using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ActorChat.Server.Errors;
using ActorChat.Server.Resources;

namespace ActorChat.Server.Transport.Tls;

/// <summary>Makes the certificate of a server that was given none. Clients cannot check it, only recognize it by its fingerprint.</summary>
internal static class SelfSignedCertificate
{
    private const int Years = 10;

    /// <summary>Makes both files, unless the certificate is there.</summary>
    /// <exception cref="CertificateException">They cannot be written.</exception>
    public static void MakeIfMissing(CertificateFiles files, TimeProvider clock, Texts texts)
    {
        if (File.Exists(files.Certificate))
            return;
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = Make(key, clock.GetUtcNow());

        // The certificate last: where it is, there is a key.
        Write(files.Key, key.ExportPkcs8PrivateKeyPem(), UnixFileMode.UserRead | UnixFileMode.UserWrite, texts);
        Write(files.Certificate, certificate.ExportCertificatePem(), (UnixFileMode)0b110_100_100, texts);
    }

    private static X509Certificate2 Make(ECDsa key, DateTimeOffset now)
    {
        var request = new CertificateRequest($"CN={Environment.MachineName}, O=ActorChat", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddDnsName(Environment.MachineName);
        names.AddIpAddress(IPAddress.Loopback);
        names.AddIpAddress(IPAddress.IPv6Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(X509BasicConstraintsExtension.CreateForEndEntity(critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1", "serverAuth")], critical: false));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));

        // Begins a day ago, for clients with a clock that is slow.
        return request.CreateSelfSigned(now.AddDays(-1), now.AddYears(Years));
    }

    // By a new file, so that neither a crash nor a full disk leaves half of one.
    private static void Write(string path, string pem, UnixFileMode mode, Texts texts)
    {
        var half = path + ".new";
        try
        {
            File.Delete(half);
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = mode;
            using (var file = new StreamWriter(half, options))
                file.WriteLine(pem);
            File.Move(half, path, overwrite: true);
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            throw new CertificateException(texts.CannotWriteCertificate(path, SystemErrors.Describe(refusal, texts)));
        }
    }
}
