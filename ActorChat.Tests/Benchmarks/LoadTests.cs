using System.Text.Json;
using ActorChat.Benchmarks.Load;

namespace ActorChat.Tests.Benchmarks;

/// <summary>The load generator against a real server.</summary>
public sealed class LoadTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("--outstanding 2")]
    [InlineData("--rate 100")]
    public async Task A_small_room_gets_everything_once_and_in_order(string load)
    {
        using var server = await ServerProcess.StartAsync(_folder.Path);
        var (code, report, _) = await Run($"--chat {server.Chat} --members 5 --senders 3 --seconds 1 --warm-up 0.2 --pid {server.Id} --json {load}");

        var deliveries = report.RootElement.GetProperty("deliveries");
        Assert.Equal((0, 0), (code, deliveries.GetProperty("lost").GetInt64()));
        Assert.Equal(1, deliveries.GetProperty("orders").GetInt32());
        Assert.True(deliveries.GetProperty("sent").GetInt64() > 0);
        Assert.Equal(5, report.RootElement.GetProperty("logins").GetProperty("count").GetInt32());
        Assert.True(report.RootElement.GetProperty("process").GetProperty("residentAfter").GetInt64() > 1 << 20);
        Assert.Equal(
            deliveries.GetProperty("sent").GetInt64(), Rows.Of(_folder.Database, "SELECT COUNT(*) FROM mensajes").Select(row => long.Parse(row, CultureInfo.InvariantCulture)).Single());
    }

    [Fact]
    public async Task Everything_goes_by_TLS_too()
    {
        using var server = await ServerProcess.StartAsync(_folder.Path, "--tls");
        var (code, report, _) = await Run($"--chat {await server.ChatTlsAsync()} --tls --members 10 --senders 3 --outstanding 20 --seconds 1 --warm-up 0.2 --json");
        Assert.Equal((0, 10), (code, report.RootElement.GetProperty("logins").GetProperty("count").GetInt32()));
    }

    [Theory]
    [InlineData("off", "")]
    [InlineData("on", "--tls")]
    public async Task Everything_goes_over_a_WebSocket_too(string tls, string option)
    {
        using var server = await ServerProcess.StartAsync(_folder.Path, "--set", "actorchat.web.enabled=on", "--set", $"actorchat.web.tls={tls}");
        var (code, report, _) = await Run(
            $"--chat {await server.WebAsync()} --websocket {option} --rooms 2 --members 10 --senders 4 --outstanding 20 --seconds 1 --warm-up 0.2 --json".Replace("  ", " ", StringComparison.Ordinal));
        Assert.Equal((0, 10), (code, report.RootElement.GetProperty("logins").GetProperty("count").GetInt32()));
    }

    [Fact]
    public async Task Members_of_several_rooms_get_what_is_said_in_their_own()
    {
        using var server = await ServerProcess.StartAsync(_folder.Path);
        var (code, report, _) = await Run($"--chat {server.Chat} --rooms 3 --members 10 --senders 4 --seconds 1 --warm-up 0.2 --json");
        Assert.Equal((0, 3), (code, report.RootElement.GetProperty("deliveries").GetProperty("rooms").GetInt32()));
        Assert.Equal(["3"], Rows.Of(_folder.Database, "SELECT COUNT(DISTINCT sala) FROM mensajes"));
    }

    [Fact]
    public async Task Members_who_never_read_hold_nobody_up()
    {
        using var server = await ServerProcess.StartAsync(_folder.Path);
        var (code, report, _) = await Run($"--chat {server.Chat} --members 4 --senders 2 --stalled 2 --seconds 1 --warm-up 0 --json");
        Assert.Equal(0, code);
        Assert.Equal((2, 6), (
            report.RootElement.GetProperty("deliveries").GetProperty("stalled").GetInt32(), report.RootElement.GetProperty("logins").GetProperty("count").GetInt32()));
    }

    [Fact]
    public async Task The_confirmation_port_confirms_everything()
    {
        using var server = await ServerProcess.StartAsync(_folder.Path);
        var (code, report, _) = await Run($"--confirm {server.Confirmation} --senders 5 --seconds 1 --warm-up 0 --json");
        var confirmations = report.RootElement.GetProperty("confirmations");
        Assert.Equal((0, 0, 0), (code, confirmations.GetProperty("lost").GetInt64(), confirmations.GetProperty("refused").GetInt64()));
        Assert.Equal(
            confirmations.GetProperty("sent").GetInt64(), Rows.Of(_folder.Database, "SELECT COUNT(*) FROM mensajes").Select(row => long.Parse(row, CultureInfo.InvariantCulture)).Single());
    }

    [Fact]
    public async Task Members_only_log_in()
    {
        using var server = await ServerProcess.StartAsync(_folder.Path);
        var (code, report, _) = await Run($"--chat {server.Chat} --members 30 --logins --json");
        Assert.Equal((0, 30), (code, report.RootElement.GetProperty("logins").GetProperty("count").GetInt32()));
    }

    [Fact]
    public async Task A_limit_of_the_server_is_told_in_the_servers_own_words()
    {
        using var server = await ServerProcess.StartAsync(_folder.Path, "--set", "actorchat.limits.max-connections=3");
        var (code, _, errors) = await Run($"--chat {server.Chat} --members 5 --senders 2");
        Assert.Equal(3, code);
        Assert.Contains("El servidor está lleno.", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_server_says_to_who_writes_too_fast_is_in_the_report()
    {
        using var server = await ServerProcess.StartAsync(_folder.Path, "--set", "actorchat.limits.messages-per-second=20", "--set", "actorchat.limits.burst=1");
        var (code, report, _) = await Run($"--chat {server.Chat} --members 3 --senders 1 --seconds 1 --warm-up 0 --outstanding 8 --json");
        Assert.Equal(0, code);
        Assert.Contains(report.RootElement.GetProperty("notices").EnumerateObject(), notice => notice.Name.StartsWith("* Escribes demasiado deprisa", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--chat")]
    [InlineData("--confirm")]
    public async Task Without_a_server_the_exit_code_says_so(string port)
    {
        using var nobody = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        nobody.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var (code, _, errors) = await Run($"{port} {nobody.LocalEndPoint}");
        Assert.Equal(3, code);
        Assert.StartsWith("[ERROR] ", errors, StringComparison.Ordinal);
    }

    private static async Task<(int Code, JsonDocument Report, string Errors)> Run(string line)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = await Task.Factory.StartNew(
            () => LoadProgram.Run([.. line.Split(' '), "--patience", "60"], output, errors, isTerminal: false, CancellationToken.None), TaskCreationOptions.LongRunning);
        var report = output.ToString() is ['{', ..] json ? json : "{}";
        return (code, JsonDocument.Parse(report), errors.ToString());
    }
}
