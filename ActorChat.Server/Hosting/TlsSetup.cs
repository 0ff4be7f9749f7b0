using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ActorChat.Server.Configuration;
using ActorChat.Server.Resources;
using ActorChat.Server.Transport.Tls;

namespace ActorChat.Server.Hosting;

/// <summary>Opens what encrypted ports share, where there are any.</summary>
internal static class TlsSetup
{
    /// <summary>Reads the certificate, or makes one. Null where no port is encrypted. The caller disposes the store.</summary>
    /// <exception cref="CertificateException">A file cannot be used.</exception>
    public static TlsOptions? Open(ServerSettings settings, TimeProvider clock, Texts texts) => !IsUsed(settings) ? null :
        new TlsOptions(CertificateStore.Open(FilesOf(settings), clock, texts), texts)
        {
            HandshakeTimeout = settings.Tls.HandshakeTimeout,
            MaxHandshakes = settings.Tls.MaxHandshakes,
            ClientCertificates = ModeOf(settings.Tls.ClientCertificates),
            ClientAuthorities = settings.Tls.ClientAuthorities is { } path ? ReadAuthorities(path, texts) : null,
            Clock = clock,
        };

    /// <summary>Does the same for <c>--check</c>, which makes no files.</summary>
    /// <exception cref="CertificateException">A file cannot be used.</exception>
    public static void Check(ServerSettings settings, Texts texts)
    {
        var files = FilesOf(settings);
        if (IsUsed(settings) && (!files.AreOurs || File.Exists(files.Certificate)))
            Open(settings, TimeProvider.System, texts)!.Certificates.Dispose();
    }

    private static bool IsUsed(ServerSettings settings) => settings.ChatTls.Enabled || settings.ConfirmationTls.Enabled || settings.Web is { IsEncrypted: true, Port.Enabled: true };

    private static CertificateFiles FilesOf(ServerSettings settings) => settings.Tls is { Certificate: { } certificate, Key: { } key }
        ? new CertificateFiles(certificate, key)
        : CertificateFiles.OursIn(Path.GetDirectoryName(Path.GetFullPath(settings.Storage.SqlitePath))!);

    private static ClientCertificates ModeOf(string mode) => mode switch
    {
        "off" => ClientCertificates.Off,
        "optional" => ClientCertificates.Optional,
        "required" => ClientCertificates.Required,
        _ => throw new ArgumentOutOfRangeException(nameof(mode)),
    };

    private static X509Certificate2Collection ReadAuthorities(string path, Texts texts)
    {
        var authorities = new X509Certificate2Collection();
        try
        {
            authorities.ImportFromPemFile(path);
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or IOException or UnauthorizedAccessException)
        {
            // An empty list fails below.
        }

        return authorities.Count > 0 ? authorities : throw new CertificateException(texts.NotPem(path));
    }
}
