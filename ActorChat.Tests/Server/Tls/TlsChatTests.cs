using System.Net.Security;
using System.Security.Authentication;
using ActorChat.Server.Chat.Ghosts;
using ActorChat.Server.Transport.Liveness;
using ActorChat.Tests.Server.Accounts;

namespace ActorChat.Tests.Server.Tls;

/// <summary>The ports with TLS serve as the others do.</summary>
public sealed class TlsChatTests
{
    [Theory]
    [InlineData(SslProtocols.Tls12)]
    [InlineData(SslProtocols.Tls13)]
    public async Task Who_encrypts_and_who_does_not_are_in_one_room(SslProtocols protocol)
    {
        await using var server = await TestServer.StartAsync(settings => settings.WithTls());
        await using var plain = await WireClient.JoinAsync(server.Chat, "Ana");
        await using var encrypted = await WireClient.ConnectAsync(server.ChatTls);
        await encrypted.EncryptAsync(new SslClientAuthenticationOptions { TargetHost = "localhost", EnabledSslProtocols = protocol });
        await encrypted.ExpectAsync("Nickname: ");
        await encrypted.EnterAsync("Beto", "Beto");
        await plain.ExpectLineAsync("* Beto se ha conectado");

        await plain.SendLineAsync("hola");
        await encrypted.ExpectLineAsync("Ana: hola");
        await encrypted.SendLineAsync("¿qué tal?");
        await plain.ExpectLineAsync("Beto: ¿qué tal?");
    }

    [Fact]
    public async Task The_confirmation_port_answers()
    {
        await using var server = await TestServer.StartAsync(settings => settings.WithFixedClock().WithTls());
        await using var client = await WireClient.ConnectAsync(server.ConfirmationTls);
        await client.EncryptAsync();
        await client.SendLineAsync("hola");

        Assert.Equal($"Mensaje recibido: {FixedClock.Text}\n", await client.ReadToEndAsync());
    }

    [Fact]
    public async Task Long_lines_arrive_whole_and_in_order_however_many_wait()
    {
        await using var server = await TestServer.StartAsync(settings => settings.WithTls());
        await using var ana = await WireClient.JoinTlsAsync(server.ChatTls, "Ana");
        await using var beto = await WireClient.JoinTlsAsync(server.ChatTls, "Beto", receiveBuffer: 4096);
        string[] said = [.. Enumerable.Range(1, 300).Select(number => $"{number} " + new string((char)('a' + (number % 26)), 1000))];
        await ana.SendAsync(string.Concat(said.Select(text => text + "\n")));

        await beto.ExpectLinesAsync(said.Select(text => "Ana: " + text));
    }

    [Fact]
    public async Task Who_ends_only_its_own_side_still_gets_the_answers()
    {
        await using var server = await TestServer.StartAsync(settings => settings.WithTls());
        await using var ana = await WireClient.JoinTlsAsync(server.ChatTls, "Ana");
        await ana.SendAsync("/username\n/listar");
        await ana.EndTlsAsync();

        Assert.Equal("Tu nickname es Ana\nUsuarios conectados (1): Ana\n", await ana.ReadToEndAsync());
        await server.StopQuietlyAsync();
    }

    [Fact]
    public async Task A_reader_who_falls_behind_is_disconnected_and_the_others_are_not()
    {
        await using var server = await TestServer.StartAsync(
            settings => settings.WithTls().WithConnections(connections => connections with { MaxQueued = 300 * 1024 }));
        await using var ana = await WireClient.JoinTlsAsync(server.ChatTls, "Ana");
        await using var deaf = await WireClient.JoinTlsAsync(server.ChatTls, "Sorda", receiveBuffer: 4096);
        await ana.ExpectLineAsync("* Sorda se ha conectado");
        var line = new string('x', 1000);
        var left = ana.ReadLineAsync();
        while (!left.IsCompleted)
            await ana.SendLineAsync(line);

        Assert.Equal("* Sorda se ha desconectado", await left);
        await ana.AskAsync("/username", "Tu nickname es Ana");
    }

    [Fact]
    public async Task At_the_servers_end_the_last_words_arrive_before_the_close()
    {
        await using var server = await TestServer.StartAsync(settings => settings.WithTls());
        await using var ana = await WireClient.JoinTlsAsync(server.ChatTls, "Ana");
        await ana.SendLineAsync("antes del final");
        var stopped = server.StopQuietlyAsync();

        Assert.Contains("El servidor se está deteniendo.", await ana.ReadToEndAsync(), StringComparison.Ordinal);
        await stopped;
    }

    [Fact]
    public async Task Passwords_are_taken_from_anywhere_once_they_are_encrypted()
    {
        await using var server = await TestServer.StartAsync(
            settings => settings.WithTls().WithAccounts(
                rules => rules with { IsPrivate = connection => connection is { IsEncrypted: true, IsPrivate: true } }));
        await using var ana = await WireClient.JoinTlsAsync(server.ChatTls, "Ana");
        await ana.RegisterAsync("secreta");
        await using var beto = await WireClient.JoinAsync(server.Chat, "Beto");
        await beto.AskAsync("/registrar secreta", "El servidor no acepta claves por esta conexión: va sin cifrar a otro equipo.");
    }

    [Fact]
    public async Task Whether_a_holder_of_a_nickname_is_still_there_is_asked_of_its_socket()
    {
        var asked = new TaskCompletionSource<EndPoint?>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await TestServer.StartAsync(settings => settings.WithTls() with
        {
            Ghosts = new GhostSettings
            {
                ArePossibleAt = _ => true,
                Probe = socket =>
                {
                    asked.TrySetResult(socket.RemoteEndPoint);
                    return TcpProbe.For(socket);
                },
            },
        });
        await using var ana = await WireClient.JoinTlsAsync(server.ChatTls, "Ana");
        await using var other = await WireClient.ConnectAsync(server.ChatTls);
        await other.EncryptAsync();
        await other.ExpectAsync("Nickname: ");
        await other.SendLineAsync("Ana");

        Assert.Contains("ya está en uso", await other.ReadLineAsync(), StringComparison.Ordinal);
        Assert.Equal(ana.Local, await asked.Task);
    }
}
