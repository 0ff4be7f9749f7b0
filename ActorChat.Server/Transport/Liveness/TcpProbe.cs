using System.Diagnostics;
using System.Net.Sockets;

namespace ActorChat.Server.Transport.Liveness;

/// <summary>
/// Probes the peer by TCP keep-alive once a second, and reads the acknowledgements from <c>tcp_info</c>. The peer's kernel answers, unseen by
/// its programs; after a reboot it answers by a reset. Linux only.
/// </summary>
internal sealed class TcpProbe(Socket socket) : IPeerProbe
{
    // TCP_CLOSE of linux/tcp.h, and offsets in struct tcp_info.
    private const int Closed = 7;
    private const int State = 0, Retransmits = 2, Probes = 3, LastAck = 56, TotalRetransmissions = 100;

    private readonly long _begun = Stopwatch.GetTimestamp();
    private LivenessEvaluator? _evaluator;
    private int _idle;
    private int _interval;

    /// <summary>Makes a probe; null if the system has no <c>tcp_info</c>.</summary>
    public static IPeerProbe? For(Socket socket) => OperatingSystem.IsLinux() ? new TcpProbe(socket) : null;

    public void Begin()
    {
        _evaluator = new LivenessEvaluator(Read());
        try
        {
            _idle = Get(SocketOptionName.TcpKeepAliveTime);
            _interval = Get(SocketOptionName.TcpKeepAliveInterval);
            Set(SocketOptionName.TcpKeepAliveInterval, 1);

            // Sends the first probe at once to a peer silent for longer than this.
            Set(SocketOptionName.TcpKeepAliveTime, 1);
        }
        catch (Exception over) when (TcpInfo.IsOver(over))
        {
            // The next check reports it.
        }
    }

    public PeerLiveness Check() => _evaluator!.Evaluate(Read(), Stopwatch.GetElapsedTime(_begun));

    public void End()
    {
        try
        {
            Set(SocketOptionName.TcpKeepAliveTime, _idle);
            Set(SocketOptionName.TcpKeepAliveInterval, _interval);
        }
        catch (Exception over) when (TcpInfo.IsOver(over))
        {
            // There is nothing to restore on a closed socket.
        }
    }

    private int Get(SocketOptionName option) => (int)socket.GetSocketOption(SocketOptionLevel.Tcp, option)!;

    private void Set(SocketOptionName option, int seconds) => socket.SetSocketOption(SocketOptionLevel.Tcp, option, seconds);

    private TcpCounters Read()
    {
        Span<byte> info = stackalloc byte[TcpInfo.Length];
        if (!TcpInfo.TryRead(socket, info))
            return default;
        return new TcpCounters(
            info[State] != Closed,
            TimeSpan.FromMilliseconds(BitConverter.ToUInt32(info[LastAck..])),
            info[Retransmits] + info[Probes],
            BitConverter.ToUInt32(info[TotalRetransmissions..]));
    }
}
