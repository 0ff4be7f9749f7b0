using System.Net.Sockets;

namespace ActorChat.Server.Transport.Sockets;

/// <summary>
/// Has the kernel find peers that are gone without a word: a power cut, a cable pulled. A peer that nothing is due from is asked
/// whether it is there (SO_KEEPALIVE). One that does not acknowledge what it was sent is given up after the same time instead of the
/// kernel's quarter of an hour (TCP_USER_TIMEOUT, which only Linux has): in a busy room something is always under way to the dead. And
/// what is under way is sent again every ten seconds at least, not every two minutes (TCP_RTO_MAX_MS, Linux 6.15): so that it soon
/// shows whether a peer is there, also to whoever asks by <see cref="Liveness.TcpProbe"/>.
/// </summary>
/// <param name="idle">After how long without a sign of the peer it is asked for one; systems count in whole seconds.</param>
/// <param name="interval">The time from one question to the next, likewise.</param>
/// <param name="probes">After how many unanswered questions it is given up.</param>
internal sealed class KeepAlive(TimeSpan idle, TimeSpan interval, int probes) : InheritedSocketOption
{
    // Of linux/tcp.h; .NET has no names for them. Both in milliseconds.
    private const int UserTimeout = 18, LongestRetransmission = 44;

    /// <inheritdoc/>
    protected override void Set(Socket socket)
    {
        OptionalSocketOption.Set(() => socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true));
        OptionalSocketOption.Set(() => socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, Seconds(idle)));
        OptionalSocketOption.Set(() => socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval, Seconds(interval)));
        OptionalSocketOption.Set(() => socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveRetryCount, probes));
        OptionalSocketOption.SetOnLinux(socket, UserTimeout, 1000 * (Seconds(idle) + (Seconds(interval) * probes)));
        OptionalSocketOption.SetOnLinux(socket, LongestRetransmission, 10_000);
    }

    private static int Seconds(TimeSpan time) => (int)Math.Ceiling(time.TotalSeconds);
}
