using System.Net.Security;
using ActorChat.Server.Resources;
using Akka.Event;

namespace ActorChat.Server.Transport.Tls;

/// <summary>
/// Holds the server's certificate for all ports with TLS, and looks at its files every few seconds. A new pair is used for new handshakes only.
/// A faulty one is reported once, and the old one stays.
/// </summary>
internal sealed class CertificateStore : IDisposable
{
    /// <summary>The time between two looks at the files.</summary>
    public static readonly TimeSpan CheckInterval = TimeSpan.FromSeconds(5);

    private readonly CertificateFiles _files;
    private readonly TimeProvider _clock;
    private readonly Texts _texts;
    private readonly ITimer _timer;
    private readonly Lock _checking = new();
    private volatile ServerCertificate _current;
    private string? _lastFault;
    private string? _reportedFault;

    private CertificateStore(CertificateFiles files, ServerCertificate first, TimeProvider clock, Texts texts)
    {
        (_files, _current, _clock, _texts) = (files, first, clock, texts);
        _timer = clock.CreateTimer(static store => ((CertificateStore)store!).Check(), this, CheckInterval, CheckInterval);
    }

    /// <summary>What handshakes use, with its chain. Ask for it at each: it changes.</summary>
    public SslStreamCertificateContext Current => _current.Context;

    /// <summary>The SHA-256 of the current certificate, as users compare it.</summary>
    public string Fingerprint => _current.Fingerprint;

    public CertificateFiles Files => _files;

    /// <summary>Gets lines for the log. Set it before the first look.</summary>
    public Action<LogLevel, string>? Report { get; set; }

    /// <summary>Reads the files, or makes a self-signed certificate where there are none yet.</summary>
    /// <exception cref="CertificateException">They cannot be used.</exception>
    public static CertificateStore Open(CertificateFiles files, TimeProvider clock, Texts texts)
    {
        if (files.AreOurs)
            SelfSignedCertificate.MakeIfMissing(files, clock, texts);
        return new CertificateStore(files, ServerCertificate.Read(files, texts), clock, texts);
    }

    public void Dispose() => _timer.Dispose();

    /// <summary>Looks at the files now.</summary>
    public void Check()
    {
        // Skips a look that the one before still delays, as by a file system that does not answer.
        if (!_checking.TryEnter())
            return;
        try
        {
            var read = ServerCertificate.Read(_files, _texts);
            var fault = read.FindFault(_clock.GetUtcNow(), _texts);
            if (read.HasChainOf(_current))
                ReportOnce(fault is null ? null : _texts.CertificateInUseFaulty(_files.Certificate, fault));
            else if (fault is not null)
                OnFault(fault);
            else
                Replace(read);
        }
        catch (CertificateException unusable)
        {
            OnFault(unusable.Message);
        }
        finally
        {
            _checking.Exit();
        }
    }

    private void Replace(ServerCertificate read)
    {
        _current = read;
        ReportOnce(null);
        Report?.Invoke(LogLevel.InfoLevel, _texts.CertificateReplaced(_files.Certificate, read.Fingerprint));
    }

    // Waits for a second look: whoever replaces the pair writes one file after the other.
    private void OnFault(string fault)
    {
        if (fault == _lastFault)
            ReportOnce(_texts.CertificateNotReplaced(fault));
        _lastFault = fault;
    }

    private void ReportOnce(string? line)
    {
        if (line is null)
            _lastFault = null;
        else if (line != _reportedFault)
            Report?.Invoke(LogLevel.WarningLevel, line);
        _reportedFault = line;
    }
}

/// <summary>The PEM files of a certificate with its chain, and of its key.</summary>
/// <param name="Certificate">The path of the certificate, the server's own first.</param>
/// <param name="Key">The path of its private key, without a password.</param>
internal sealed record CertificateFiles(string Certificate, string Key)
{
    /// <summary>Whether the server makes them itself when they are missing.</summary>
    public bool AreOurs { get; init; }

    /// <summary>Where the server keeps its own in a folder.</summary>
    public static CertificateFiles OursIn(string folder) =>
        new(Path.Combine(folder, "actorchat-cert.pem"), Path.Combine(folder, "actorchat-key.pem")) { AreOurs = true };
}

/// <summary>A certificate cannot be used. The message is a sentence for the operator.</summary>
internal sealed class CertificateException(string message) : Exception(message);
