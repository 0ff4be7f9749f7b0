using System.Net.Sockets;

namespace ActorChat.Server.Transport.Sockets;

/// <summary>
/// Makes the kernel detect peers lost without a close, as after a power cut. SO_KEEPALIVE probes an idle peer. TCP_USER_TIMEOUT (Linux) limits
/// unacknowledged data to the same time instead of a quarter of an hour: in a busy room, data is always in flight. TCP_RTO_MAX_MS (Linux
/// 6.15) retransmits at least every ten seconds, so that <see cref="Liveness.TcpProbe"/> gets a result soon. Times are rounded up to seconds.
/// </summary>
internal sealed class KeepAlive(TimeSpan idle, TimeSpan interval, int probes)
    : InheritedSocketOption(socket => Set(socket, Seconds(idle), Seconds(interval), probes))
{
    // Constants of linux/tcp.h without names in .NET; the values are in milliseconds.
    private const int UserTimeout = 18, MaxRetransmissionTimeout = 44;

    private static void Set(Socket socket, int idle, int interval, int probes)
    {
        OptionalSocketOption.Set(() => socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true));
        OptionalSocketOption.Set(() => socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, idle));
        OptionalSocketOption.Set(() => socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval, interval));
        OptionalSocketOption.Set(() => socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveRetryCount, probes));
        OptionalSocketOption.SetOnLinux(socket, UserTimeout, 1000 * (idle + (interval * probes)));
        OptionalSocketOption.SetOnLinux(socket, MaxRetransmissionTimeout, 10_000);
    }

    private static int Seconds(TimeSpan time) => (int)Math.Ceiling(time.TotalSeconds);
}
