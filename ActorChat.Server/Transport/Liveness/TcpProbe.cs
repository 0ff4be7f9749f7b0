using System.Diagnostics;
using System.Net.Sockets;

namespace ActorChat.Server.Transport.Liveness;

/// <summary>
/// Asks the peer by TCP keep-alive, once a second, and reads in <c>tcp_info</c> whether it acknowledges: its system does that, and
/// neither a program nor a user sees anything of it. A system that was started anew answers with a reset. Linux only.
/// </summary>
internal sealed class TcpProbe : IPeerProbe
{
    // Of linux/tcp.h: TCP_CLOSE, and where in tcp_info what is.
    private const int Closed = 7;
    private const int State = 0, Retransmits = 2, Probes = 3, LastAck = 56, TotalRetransmissions = 100;

    private readonly Socket _socket;
    private readonly long _begun;
    private LivenessEvaluator? _evaluator;
    private int _idle;
    private int _interval;

    private TcpProbe(Socket socket)
    {
        _socket = socket;
        _begun = Stopwatch.GetTimestamp();
    }

    /// <summary>The probe for a connection; null where the system cannot tell.</summary>
    public static IPeerProbe? For(Socket socket) => OperatingSystem.IsLinux() ? new TcpProbe(socket) : null;

    /// <inheritdoc/>
    public void Begin()
    {
        _evaluator = new LivenessEvaluator(Read());
        try
        {
            _idle = Get(SocketOptionName.TcpKeepAliveTime);
            _interval = Get(SocketOptionName.TcpKeepAliveInterval);
            Set(SocketOptionName.TcpKeepAliveInterval, 1);

            // Of a peer that was silent for longer than this the first sign is asked for now.
            Set(SocketOptionName.TcpKeepAliveTime, 1);
        }
        catch (Exception over) when (TcpInfo.IsOver(over))
        {
            // The next look tells.
        }
    }

    /// <inheritdoc/>
    public PeerLiveness Check() => _evaluator!.Evaluate(Read(), Stopwatch.GetElapsedTime(_begun));

    /// <inheritdoc/>
    public void End()
    {
        try
        {
            Set(SocketOptionName.TcpKeepAliveTime, _idle);
            Set(SocketOptionName.TcpKeepAliveInterval, _interval);
        }
        catch (Exception over) when (TcpInfo.IsOver(over))
        {
            // Nothing is left to be put right.
        }
    }

    private int Get(SocketOptionName option) => (int)_socket.GetSocketOption(SocketOptionLevel.Tcp, option)!;

    private void Set(SocketOptionName option, int seconds) => _socket.SetSocketOption(SocketOptionLevel.Tcp, option, seconds);

    private TcpCounters Read()
    {
        Span<byte> info = stackalloc byte[TcpInfo.Length];
        if (!TcpInfo.TryRead(_socket, info))
            return default;
        return new TcpCounters(
            info[State] != Closed,
            TimeSpan.FromMilliseconds(BitConverter.ToUInt32(info[LastAck..])),
            info[Retransmits] + info[Probes],
            BitConverter.ToUInt32(info[TotalRetransmissions..]));
    }
}
