using ActorChat.Server.Transport.Sockets;

namespace ActorChat.Tests.Server.Peers;

/// <summary>That peers which are gone without a word will be found. That they are is shown by a stress scenario, over a cut cable.</summary>
public class KeepAliveTests
{
    // TCP_USER_TIMEOUT, TCP_RTO_MAX_MS, and the number that /proc/net/tcp gives a running keep-alive timer. The unit of its times is 1/100 s.
    private const int UserTimeout = 18, LongestRetransmission = 44;
    private const string KeepAliveTimer = "02";
    private const int TicksPerSecond = 100;

    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(7000), Interval = TimeSpan.FromSeconds(40);

    [Fact]
    public async Task The_kernel_is_told_when_to_ask_how_often_and_when_to_give_up()
    {
        using var socket = await Acceptance.WithAsync(new KeepAlive(Idle, Interval, 5));

        Assert.NotEqual(0, (int)socket.GetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive)!);
        Assert.Equal(7000, socket.GetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime));
        Assert.Equal(40, socket.GetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval));
        Assert.Equal(5, socket.GetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveRetryCount));
        var limit = new byte[sizeof(int)];
        Assert.Equal(limit.Length, socket.GetRawSocketOption((int)SocketOptionLevel.Tcp, UserTimeout, limit));
        Assert.Equal(1000 * (7000 + (5 * 40)), BitConverter.ToInt32(limit));
    }

    // Older systems do not know the option.
    [Fact]
    public async Task What_is_under_way_is_sent_again_every_ten_seconds_at_least()
    {
        using var socket = await Acceptance.WithAsync(new KeepAlive(Idle, Interval, 5));
        var longest = new byte[sizeof(int)];
        try
        {
            socket.GetRawSocketOption((int)SocketOptionLevel.Tcp, LongestRetransmission, longest);
            Assert.Equal(10_000, BitConverter.ToInt32(longest));
        }
        catch (SocketException unknown)
        {
            Assert.Equal(SocketError.ProtocolOption, unknown.SocketErrorCode);
        }
    }

    [Fact]
    public async Task A_part_of_a_second_is_a_whole_one()
    {
        using var socket = await Acceptance.WithAsync(new KeepAlive(TimeSpan.FromMilliseconds(1001), TimeSpan.FromMilliseconds(1), 1));

        Assert.Equal(2, socket.GetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime));
        Assert.Equal(1, socket.GetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval));
    }

    [Fact]
    public async Task Every_accepted_connection_of_both_ports_is_watched()
    {
        await using var server = await TestServer.StartAsync(settings =>
            settings.WithConnections(connections => connections with { KeepAlive = new KeepAlive(Idle, Interval, 5) }));
        await using var chatting = await WireClient.ConnectAsync(server.Chat);
        await chatting.ExpectAsync("Nickname: ");
        await using var confirming = await WireClient.ConnectAsync(server.Confirmation);

        await WatchedAsync(server.Chat, chatting);
        await WatchedAsync(server.Confirmation, confirming);
    }

    // The time left tells this timer from any other. Before the accept, and while something is under way, it is another one's turn.
    private static async Task WatchedAsync(IPEndPoint port, WireClient peer)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (TimerOf(port.Port, ((IPEndPoint)peer.Local).Port) is not (KeepAliveTimer, > 6000 and <= 7000))
            await Task.Delay(TimeSpan.FromMilliseconds(10), limit.Token);
    }

    private static (string Kind, int Seconds) TimerOf(int port, int peer)
    {
        var row = File.ReadLines("/proc/net/tcp").Skip(1).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Single(fields => PortOf(fields[1]) == port && PortOf(fields[2]) == peer);
        var timer = row[5].Split(':');
        return (timer[0], int.Parse(timer[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture) / TicksPerSecond);
    }

    private static int PortOf(string address) => int.Parse(address.Split(':')[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
