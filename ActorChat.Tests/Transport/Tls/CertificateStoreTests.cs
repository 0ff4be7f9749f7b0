using ActorChat.Server.Resources;
using ActorChat.Server.Transport.Tls;
using Akka.Event;
using Microsoft.Extensions.Time.Testing;

namespace ActorChat.Tests.Transport.Tls;

public sealed class CertificateStoreTests : IDisposable
{
    private static readonly Texts Texts = Texts.For(Language.Spanish);

    private readonly TestCertificates _certificates = new();
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UtcNow);
    private readonly List<(LogLevel Level, string Line)> _log = [];

    public void Dispose() => _certificates.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_operators_pair_is_used_whatever_its_kind_of_key(bool isRsa)
    {
        var fingerprint = _certificates.Write(isRsa: isRsa);

        using var store = Open();

        Assert.Equal(fingerprint, store.Fingerprint);
        Assert.True(store.Current.TargetCertificate.HasPrivateKey);
    }

    [Fact]
    public void Without_one_the_server_makes_its_own_once_and_keeps_the_key_to_itself()
    {
        var files = CertificateFiles.OursIn(_certificates.Folder);

        using var first = CertificateStore.Open(files, _clock, Texts);
        using var second = CertificateStore.Open(files, _clock, Texts);

        Assert.Equal(first.Fingerprint, second.Fingerprint);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(files.Key));
    }

    [Fact]
    public void A_pair_that_is_replaced_is_used_from_the_next_look_on()
    {
        _certificates.Write();
        using var store = Open();

        var renewed = _certificates.Write();
        _clock.Advance(CertificateStore.CheckInterval);

        Assert.Equal(renewed, store.Fingerprint);
        var (level, line) = Assert.Single(_log);
        Assert.Equal(LogLevel.InfoLevel, level);
        Assert.Contains(renewed, line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("expired", "caducó")]
    [InlineData("mismatched", "no son pareja")]
    [InlineData("vanished", "no existe")]
    [InlineData("garbage", "PEM")]
    public void A_faulty_pair_is_reported_once_and_the_one_before_stays_until_a_good_one_comes(string fault, string told)
    {
        var before = _certificates.Write();
        using var store = Open();

        Spoil(fault);
        Look(times: 5);

        Assert.Equal(before, store.Fingerprint);
        var (level, line) = Assert.Single(_log);
        Assert.Equal(LogLevel.WarningLevel, level);
        Assert.Contains(told, line, StringComparison.Ordinal);

        var renewed = _certificates.Write();
        Look(times: 1);
        Assert.Equal(renewed, store.Fingerprint);
    }

    [Fact]
    public void A_look_between_the_two_files_of_a_renewal_reports_nothing()
    {
        _certificates.Write();
        using var store = Open();
        var oldKey = File.ReadAllText(_certificates.Files.Key);
        var renewed = _certificates.Write();
        var newKey = File.ReadAllText(_certificates.Files.Key);

        File.WriteAllText(_certificates.Files.Key, oldKey);
        Look(times: 1);
        File.WriteAllText(_certificates.Files.Key, newKey);
        Look(times: 1);

        Assert.Equal(renewed, store.Fingerprint);
        Assert.Equal(LogLevel.InfoLevel, Assert.Single(_log).Level);
    }

    [Fact]
    public void That_the_certificate_in_use_expires_is_reported_once()
    {
        _certificates.Write(notAfter: _clock.GetUtcNow().AddHours(1));
        using var store = Open();

        _clock.Advance(TimeSpan.FromHours(2));

        Assert.Contains("caducó", Assert.Single(_log).Line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mismatched", "no son pareja")]
    [InlineData("vanished", "no existe")]
    [InlineData("garbage", "PEM")]
    public void A_start_with_a_faulty_pair_fails_with_the_reason(string fault, string told)
    {
        _certificates.Write();
        Spoil(fault);

        Assert.Contains(told, Assert.Throws<CertificateException>(() => Open()).Message, StringComparison.Ordinal);
    }

    private CertificateStore Open()
    {
        var store = CertificateStore.Open(_certificates.Files, _clock, Texts);
        store.Report = (level, line) => _log.Add((level, line));
        return store;
    }

    private void Look(int times)
    {
        for (var look = 0; look < times; look++)
            _clock.Advance(CertificateStore.CheckInterval);
    }

    private void Spoil(string fault)
    {
        switch (fault)
        {
            case "expired":
                _certificates.Write(notAfter: _clock.GetUtcNow().AddDays(-1));
                break;
            case "mismatched":
                var key = File.ReadAllText(_certificates.Files.Key);
                _certificates.Write();
                File.WriteAllText(_certificates.Files.Key, key);
                break;
            case "vanished":
                File.Delete(_certificates.Files.Certificate);
                break;
            default:
                File.WriteAllText(_certificates.Files.Certificate, "garbage");
                break;
        }
    }
}
