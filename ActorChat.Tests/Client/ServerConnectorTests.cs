using ActorChat.Client;
using ActorChat.Client.Arguments;
using ActorChat.Client.Consoles;
using ActorChat.Client.Input;
using ActorChat.Client.Net;
using ActorChat.Client.Resources;
using ActorChat.Client.State;
using ActorChat.Server.Transport.Tls;
using ActorChat.Tests.Transport.Tls;

namespace ActorChat.Tests.Client;

/// <summary>Whom the client trusts, at a real server.</summary>
public sealed class ServerConnectorTests : IDisposable
{
    private readonly TestCertificates _certificates = new();
    private readonly TemporaryFolder _folder = new();
    private readonly RecordingOutput _output = new();

    public void Dispose()
    {
        _certificates.Dispose();
        _folder.Dispose();
    }

    private KnownCertificates Known => new(new StateFolder(_folder.File("state")));

    [Fact]
    public async Task Who_is_unknown_is_asked_about_once_and_remembered()
    {
        var fingerprint = _certificates.Write();
        using var store = _certificates.Open(TimeProvider.System);
        await using var server = await StartAsync(store);

        Assert.Equal(default, await ConnectAsync(server.ChatTls, "quizá", "sí"));
        Assert.Contains(fingerprint, _output.Shown, StringComparison.Ordinal);
        Assert.Equal(default, await ConnectAsync(server.ChatTls));
        Assert.Equal(fingerprint, Known.Find(AddressOf(server.ChatTls)));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Known.Path));
    }

    [Theory]
    [InlineData("n")]
    [InlineData("/salir")]
    public async Task Who_is_not_trusted_is_not_connected_to(string answer)
    {
        _certificates.Write();
        using var store = _certificates.Open(TimeProvider.System);
        await using var server = await StartAsync(store);

        Assert.Equal(ConnectFailure.Untrusted, await ConnectAsync(server.ChatTls, answer));
        Assert.Null(Known.Find(AddressOf(server.ChatTls)));
    }

    [Fact]
    public async Task A_certificate_that_has_changed_is_refused_with_both_fingerprints_and_the_way_out()
    {
        var before = _certificates.Write();
        using var store = _certificates.Open(TimeProvider.System);
        await using var server = await StartAsync(store);
        Assert.Equal(default, await ConnectAsync(server.ChatTls, "s"));
        var after = _certificates.Write();
        store.Check();

        Assert.Equal(ConnectFailure.Untrusted, await ConnectAsync(server.ChatTls, "s"));
        Assert.EndsWith(
            $"<{Texts.Spanish.CertificateChanged(AddressOf(server.ChatTls), before, after, Known.Path)}>\n", _output.Shown, StringComparison.Ordinal);
        File.Delete(Known.Path);
        Assert.Equal(default, await ConnectAsync(server.ChatTls, "s"));
    }

    [Fact]
    public async Task Without_a_terminal_the_option_that_helps_is_named()
    {
        var fingerprint = _certificates.Write();
        using var store = _certificates.Open(TimeProvider.System);
        await using var server = await StartAsync(store);
        var script = new Script();

        Assert.Equal(ConnectFailure.Untrusted, await ConnectAsync(server.ChatTls, new TlsChoice(null, null), script));
        Assert.Contains($"--tls-fingerprint {fingerprint}", _output.Shown, StringComparison.Ordinal);
        Assert.Equal(default, await ConnectAsync(server.ChatTls, new TlsChoice(null, fingerprint), script));
        Assert.Equal(ConnectFailure.Untrusted, await ConnectAsync(server.ChatTls, new TlsChoice(null, new string('0', 64)), script));
    }

    [Fact]
    public async Task A_certificate_or_who_signs_it_may_be_named()
    {
        using var authority = new TestAuthority();
        using var stranger = new TestAuthority();
        _certificates.Write(signedBy: authority);
        using var store = _certificates.Open(TimeProvider.System);
        await using var server = await StartAsync(store);
        var itself = store.Current.TargetCertificate;

        Assert.Equal(default, await ConnectAsync(server.ChatTls, new TlsChoice([authority.Certificate], null), new ScriptedInput()));
        Assert.Equal(default, await ConnectAsync(server.ChatTls, new TlsChoice([itself], null), new ScriptedInput()));
        Assert.Equal(ConnectFailure.Untrusted, await ConnectAsync(server.ChatTls, new TlsChoice([stranger.Certificate], null), new ScriptedInput()));
    }

    [Fact]
    public async Task What_does_not_encrypt_and_who_takes_no_more_are_told_apart()
    {
        await using var server = await TestServer.StartAsync(
            settings => settings.WithTls().WithConnectionLimits(limits => limits with { MaxConnections = 1 }));
        await using var first = await WireClient.JoinAsync(server.Chat, "ana");

        Assert.Equal(ConnectFailure.NoTls, await ConnectAsync(server.Confirmation));
        Assert.Equal(ConnectFailure.TurnedAway, await ConnectAsync(server.ChatTls));
    }

    [Theory]
    [InlineData("00:01:02", null)]
    [InlineData("", null)]
    [InlineData("zz112233445566778899AABBCCDDEEFF00112233445566778899aabbccddeeff", null)]
    [InlineData(
        "00112233445566778899AABBCCDDEEFF00112233445566778899aabbccddeeff",
        "00:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD:EE:FF:00:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD:EE:FF")]
    public void Fingerprints_are_read_with_and_without_colons(string text, string? read)
    {
        Assert.Equal(read, Fingerprints.TryParse(text));
        Assert.Equal(read, read is null ? null : Fingerprints.TryParse(read));
    }

    private static Task<TestServer> StartAsync(CertificateStore store) =>
        TestServer.StartAsync(settings => settings.WithTls(tls => tls with { Certificates = store }));

    private static ServerAddress AddressOf(IPEndPoint endPoint) => new("localhost", endPoint.Port);

    private Task<ConnectFailure> ConnectAsync(IPEndPoint server, params string[] typed) =>
        ConnectAsync(server, new TlsChoice(null, null), new ScriptedInput(typed));

    // Nothing is wrong where there is a connection.
    private async Task<ConnectFailure> ConnectAsync(IPEndPoint server, TlsChoice choice, IInput input)
    {
        var options = new ClientOptions(ClientMode.Chat, AddressOf(server), Nick: null) { Tls = choice };
        var console = new PlainConsole(input, _output, new TextRenderer(Texts.Spanish));
        using var limit = new CancellationTokenSource(TestTimeout.Limit);
        var (connection, why) = await new ServerConnector(options, Known, console, Texts.Spanish).ConnectAsync(limit.Token);
        Assert.Equal(why is ConnectFailure.None, connection is not null);
        connection?.Dispose();
        return why;
    }

    private sealed class Script : IInput
    {
        public bool IsTerminal => false;

        public ValueTask<InputLine?> ReadAsync(CancellationToken cancellation) => throw new InvalidOperationException("Nobody is there.");
    }
}
