using System.Net.Sockets;

namespace ActorChat.Server.Net.Peers;

/// <summary>
/// Whether the peer of a connection has taken anything since the last look, as TCP knows it: what was written may lie in the kernel for
/// long, while a slow reader gets on byte by byte. Only Linux tells; elsewhere it never has. A mutable value.
/// </summary>
/// <param name="wire">The socket; null where it is not known.</param>
internal struct ReaderProgress(Socket? wire)
{
    // Of linux/tcp.h: the option, and where in tcp_info the bytes are that the peer has acknowledged.
    private const int TcpInfo = 11, BytesAcknowledged = 120, Length = 128;

    private ulong _acknowledged;

    /// <summary>Looks.</summary>
    /// <returns>Whether the peer has taken something since the look before; true the first time, if it ever has.</returns>
    public bool HasTaken()
    {
        var before = _acknowledged;
        _acknowledged = Read();
        return _acknowledged > before;
    }

    private readonly ulong Read()
    {
        if (wire is null || !OperatingSystem.IsLinux())
            return 0;
        Span<byte> info = stackalloc byte[Length];
        try
        {
            // Older kernels give less, and leave the rest at zero.
            wire.GetRawSocketOption((int)SocketOptionLevel.Tcp, TcpInfo, info);
        }
        catch (Exception over) when (over is SocketException or ObjectDisposedException)
        {
            return 0;
        }

        return BitConverter.ToUInt64(info[BytesAcknowledged..]);
    }
}
