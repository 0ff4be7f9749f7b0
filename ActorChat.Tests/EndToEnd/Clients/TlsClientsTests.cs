using System.Security.Cryptography.X509Certificates;
using ActorChat.Server.CommandLine;
using ActorChat.Server.Transport.Tls;

namespace ActorChat.Tests.EndToEnd.Clients;

/// <summary>Clients of other make, which check what the server shows and how it ends.</summary>
public sealed class TlsClientsTests : IDisposable
{
    // Fails where the server's end comes without close_notify, as that may be somebody's who cuts off the rest.
    private const string PythonClient = """
        import socket, ssl, sys
        context = ssl.create_default_context(cafile=sys.argv[2])
        with socket.create_connection(("127.0.0.1", int(sys.argv[1]))) as raw, \
             context.wrap_socket(raw, server_hostname="localhost", suppress_ragged_eofs=False) as tls:
            tls.sendall("ana\nhola\n/salir\n".encode())
            while data := tls.recv(4096):
                sys.stdout.buffer.write(data)
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string Certificate => Path.Combine(_folder.Path, "actorchat-cert.pem");

    [Fact]
    public async Task OpenSSL_checks_the_certificate_that_the_server_has_made_and_chats()
    {
        using var server = await ServerProcess.StartAsync(_folder.Path, "--tls");
        using var client = Program.Start(
            "openssl", "s_client", "-connect", $"{await server.ChatTlsAsync()}", "-CAfile", Certificate, "-verify_return_error",
            "-verify_hostname", "localhost", "-quiet");
        await client.Output.WaitForAsync("Nickname: ");
        await client.TypeAsync("ana\n");
        await client.Output.WaitForAsync("Bienvenido, ana.");
        await client.TypeAsync("hola\n/salir\n");

        var (code, output, errors) = await client.FinishAsync();
        Assert.DoesNotContain("error", errors, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(0, code);
        Assert.EndsWith("Hasta luego, ana.\n", output, StringComparison.Ordinal);
        Assert.Equal(["hola"], Rows.Of(_folder.Database, "SELECT contenido FROM mensajes"));
    }

    [Fact]
    public async Task Python_does_too_and_reads_the_servers_end()
    {
        using var server = await ServerProcess.StartAsync(_folder.Path, "--tls");
        using var client = Program.Start(
            "python3", "-X", "utf8", "-c", PythonClient, (await server.ChatTlsAsync()).Port.ToString(CultureInfo.InvariantCulture), Certificate);

        var (code, output, errors) = await client.FinishAsync();
        Assert.Equal(("", 0), (errors, code));
        Assert.EndsWith("Hasta luego, ana.\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_server_says_by_which_fingerprint_its_own_certificate_is_known()
    {
        using var server = await ServerProcess.StartAsync(_folder.Path, "--tls");
        using var certificate = X509CertificateLoader.LoadCertificateFromFile(Certificate);

        await server.Output.WaitForAsync($"Huella SHA-256: {ServerCertificate.FingerprintOf(certificate)}.");
        Assert.Equal(ExitCode.Success, (await server.StopAsync()).ExitCode);
    }

    [Fact]
    public async Task A_certificate_that_cannot_be_used_is_told_at_once()
    {
        File.WriteAllText(Path.Combine(_folder.Path, "a.pem"), "no certificate");
        using var server = ServerProcess.StartWith(
            _folder.Path, "--tls", "--set", "actorchat.tls.certificate=a.pem", "--set", "actorchat.tls.key=b.pem");

        var (code, _, errors) = await server.FinishAsync();
        Assert.Equal(ExitCode.Usage, code);
        Assert.Equal($"[ERROR] {TestServer.Texts.CertificateUnusable(TestServer.Texts.NotPem("a.pem"))}\n", errors);
    }

    private sealed class Program : ChildProcess
    {
        private Program(string program, IEnumerable<string> arguments)
            : base(program, arguments)
        {
        }

        public static Program Start(string program, params string[] arguments) => new(program, arguments);

        public Task<(int ExitCode, string Output, string Errors)> FinishAsync() => ExitAsync();
    }
}
