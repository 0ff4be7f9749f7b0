using System.Net.Security;
using System.Security.Authentication;
using ActorChat.Server.Transport.Tls;
using ActorChat.Tests.Transport.Tls;

namespace ActorChat.Tests.Server.Tls;

/// <summary>What clients do wrong at a port with TLS, and what is refused there.</summary>
public sealed class TlsBadInputTests
{
    private static readonly string SpeaksTls = TestServer.Texts.ThisPortSpeaksTls + "\n";

    // The head of a record of 512 bytes, with the first of a ClientHello.
    private static readonly byte[] HalfHello = [0x16, 3, 1, 2, 0, 1, 0, 1, 0xFC, 3, 3];

    [Theory]
    [InlineData("Ana\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")]
    public async Task Who_does_not_encrypt_is_told_so_in_one_line(string text)
    {
        await using var server = await TestServer.StartAsync(settings => settings.WithTls());
        await using var client = await WireClient.ConnectAsync(server.ChatTls);
        await client.SendAsync(text);

        Assert.Equal(SpeaksTls, await client.ReadToEndAsync());
        await server.StopQuietlyAsync();
    }

    [Fact]
    public async Task Who_waits_for_a_greeting_is_told_so_when_the_time_for_the_handshake_is_over()
    {
        await using var server = await TestServer.StartAsync(
            settings => settings.WithTls(tls => tls with { HandshakeTimeout = TimeSpan.FromMilliseconds(100) }));
        await using var client = await WireClient.ConnectAsync(server.ChatTls);

        Assert.Equal(SpeaksTls, await client.ReadToEndAsync());
    }

    [Fact]
    public async Task Hundreds_that_stop_half_way_keep_nobody_out()
    {
        await using var server = await TestServer.StartAsync(
            settings => settings.WithTls(tls => tls with { Patience = TimeSpan.FromMilliseconds(100) }));
        var stalled = new List<WireClient>();
        for (var number = 0; number < 400; number++)
        {
            var client = await WireClient.ConnectAsync(server.ChatTls);
            stalled.Add(client);
            await client.SendAsync(HalfHello);
        }

        await using var ana = await WireClient.JoinTlsAsync(server.ChatTls, "Ana");
        await ana.AskAsync("/username", "Tu nickname es Ana");
        foreach (var client in stalled)
            await client.DisposeAsync();
        await server.ExpectQuietAsync();
    }

    [Fact]
    public async Task Handshakes_that_fail_have_one_line_in_the_log_without_an_address()
    {
        await using var server = await TestServer.StartAsync(settings => settings.WithTls());
        for (var attempt = 0; attempt < 3; attempt++)
        {
            await using var client = await WireClient.ConnectAsync(server.ChatTls);
            await client.SendAsync("hola\n");
            await client.ReadToEndAsync();
        }

        await server.StopQuietlyAsync();
        var line = Assert.Single(await server.LogAsync(), logged => logged.ToString()!.Contains("con TLS", StringComparison.Ordinal));
        Assert.DoesNotContain("127.0.0.1", line.Message.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Old_versions_are_refused()
    {
        await using var server = await TestServer.StartAsync(settings => settings.WithTls());
        await using var client = await WireClient.ConnectAsync(server.ChatTls);

#pragma warning disable CA5397, SYSLIB0039 // To be refused is what it is here for.
        var options = new SslClientAuthenticationOptions { TargetHost = "localhost", EnabledSslProtocols = SslProtocols.Tls11 };
#pragma warning restore CA5397, SYSLIB0039
        await Assert.ThrowsAnyAsync<Exception>(() => client.EncryptAsync(options));
    }

    [Fact]
    public async Task Garbage_behind_the_handshake_ends_this_connection_alone()
    {
        await using var server = await TestServer.StartAsync(settings => settings.WithTls());
        await using var ana = await WireClient.JoinTlsAsync(server.ChatTls, "Ana");
        await using var beto = await WireClient.JoinTlsAsync(server.ChatTls, "Beto");
        await ana.ExpectLineAsync("* Beto se ha conectado");
        await beto.SendAsItIsAsync("garbage, and no record of TLS"u8.ToArray());

        await ana.ExpectLineAsync("* Beto se ha desconectado");
        await ana.AskAsync("/username", "Tu nickname es Ana");
        await server.StopQuietlyAsync();
    }

    [Fact]
    public async Task Who_is_one_too_many_is_sent_away_before_a_handshake()
    {
        await using var server = await TestServer.StartAsync(
            settings => settings.WithTls().WithConnectionLimits(limits => limits with { MaxConnections = 1 }));
        await using var plain = await WireClient.JoinAsync(server.Chat, "Ana");
        await using var late = await WireClient.ConnectAsync(server.ChatTls);
        await late.SendAsync(HalfHello);

        Assert.Equal(TlsStream.Refusal, await late.ReadBytesToEndAsync());
        await server.StopQuietlyAsync();
    }

    [Fact]
    public async Task TLS_at_a_plain_port_is_answered_by_an_alert()
    {
        await using var server = await TestServer.StartAsync(settings => settings.WithTls());
        await using var client = await WireClient.ConnectAsync(server.Confirmation);

        var refusal = await Assert.ThrowsAsync<AuthenticationException>(() => client.EncryptAsync());
        Assert.Contains("handshake failure", refusal.GetBaseException().Message, StringComparison.Ordinal);
        await server.StopQuietlyAsync();
        Assert.Contains(await server.LogAsync(), logged => logged.ToString()!.Contains("el cliente habla TLS", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_new_certificate_is_shown_to_newcomers_and_nobody_is_dropped()
    {
        using var certificates = new TestCertificates();
        var first = certificates.Write();
        using var store = certificates.Open(TimeProvider.System);
        await using var server = await TestServer.StartAsync(settings => settings.WithTls(tls => tls with { Certificates = store }));
        await using var ana = await WireClient.ConnectAsync(server.ChatTls);
        using var shownToAna = await ana.EncryptAsync();
        await ana.ExpectAsync("Nickname: ");
        var second = certificates.Write();
        store.Check();
        await using var beto = await WireClient.ConnectAsync(server.ChatTls);
        using var shownToBeto = await beto.EncryptAsync();

        Assert.Equal((first, second), (ServerCertificate.FingerprintOf(shownToAna), ServerCertificate.FingerprintOf(shownToBeto)));
        await ana.EnterAsync("Ana", "Ana");
    }

    [Theory]
    [InlineData("Required", "none", false)]
    [InlineData("Required", "known", true)]
    [InlineData("Required", "unknown", false)]
    [InlineData("Optional", "none", true)]
    [InlineData("Optional", "unknown", false)]
    public async Task Clients_show_the_certificate_that_the_settings_want(string mode, string shown, bool isIn)
    {
        using var authority = new TestAuthority();
        using var stranger = new TestAuthority();
        await using var server = await TestServer.StartAsync(settings => settings.WithTls(tls => tls with
        {
            ClientCertificates = Enum.Parse<ClientCertificates>(mode),
            ClientAuthorities = [authority.Certificate],
        }));
        await using var client = await WireClient.ConnectAsync(server.ConfirmationTls);
        using var certificate = shown switch { "known" => authority.Sign("ana"), "unknown" => stranger.Sign("ana"), _ => null };
        Assert.Equal(isIn, await IsAnsweredAsync());

        // With TLS 1.3 a client learns that it is refused only when it reads.
        async Task<bool> IsAnsweredAsync()
        {
            try
            {
                await client.EncryptAsync(new SslClientAuthenticationOptions
                {
                    TargetHost = "localhost",
                    LocalCertificateSelectionCallback = (_, _, _, _, _) => certificate!,
                });
                await client.SendLineAsync("hola");
                return (await client.ReadToEndAsync()).StartsWith("Mensaje recibido", StringComparison.Ordinal);
            }
            catch (Exception refused) when (refused is IOException or AuthenticationException)
            {
                return false;
            }
        }
    }
}
