using System.Net.Sockets;

namespace ActorChat.Server.Transport.Liveness;

/// <summary>
/// Detects progress of a slow reader by TCP's acknowledgements, while written data is still in the kernel. Only Linux reports them; elsewhere
/// there is never progress, nor without a socket. A mutable value.
/// </summary>
internal struct ReaderProgress(Socket? socket)
{
    // Offsets in struct tcp_info.
    private const int Unacknowledged = 24, BytesAcknowledged = 120, BytesNotSent = 144;

    private ulong _acknowledged;

    /// <summary>
    /// Whether the peer has acknowledged bytes since the last call, and still has some to read. The first call counts from the beginning.
    /// </summary>
    public bool HasProgressed()
    {
        Span<byte> info = stackalloc byte[TcpInfo.Length];
        if (socket is null || !OperatingSystem.IsLinux() || !TcpInfo.TryRead(socket, info))
            return false;
        var before = _acknowledged;
        _acknowledged = BitConverter.ToUInt64(info[BytesAcknowledged..]);
        return _acknowledged > before
            && (BitConverter.ToUInt32(info[Unacknowledged..]) > 0 || BitConverter.ToUInt32(info[BytesNotSent..]) > 0);
    }
}
