using System.Net.Sockets;

namespace ActorChat.Server.Transport.Liveness;

/// <summary>
/// Whether the peer of a connection has taken something since the last look, and still has something to take, as TCP knows it: what was
/// written may lie in the kernel for long, while a slow reader gets on byte by byte. Only Linux tells; elsewhere it never has. A mutable
/// value.
/// </summary>
/// <param name="wire">The socket; null where it is not known.</param>
internal struct ReaderProgress(Socket? wire)
{
    // Where in tcp_info is what was sent and not acknowledged, what was, and what was not sent yet.
    private const int Unacknowledged = 24, BytesAcknowledged = 120, BytesNotSent = 144;

    private ulong _acknowledged;

    /// <summary>Looks.</summary>
    /// <returns>Whether the peer gets on; true the first time, if it ever did.</returns>
    public bool HasTaken()
    {
        Span<byte> info = stackalloc byte[TcpInfo.Length];
        if (wire is null || !OperatingSystem.IsLinux() || !TcpInfo.TryRead(wire, info))
            return false;
        var before = _acknowledged;
        _acknowledged = BitConverter.ToUInt64(info[BytesAcknowledged..]);
        return _acknowledged > before
            && (BitConverter.ToUInt32(info[Unacknowledged..]) > 0 || BitConverter.ToUInt32(info[BytesNotSent..]) > 0);
    }
}
