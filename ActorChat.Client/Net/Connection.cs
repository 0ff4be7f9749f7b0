using System.Net.Security;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Text;

namespace ActorChat.Client.Net;

/// <summary>How a connection ended, seen from the receiving side.</summary>
internal enum ConnectionEnd
{
    /// <summary>It has not ended.</summary>
    None,

    /// <summary>The server closed it in order: everything that it sent has been received.</summary>
    Closed,

    /// <summary>It broke (reset, timeout): something sent in either direction may be missing.</summary>
    Lost,
}

/// <summary>
/// One connection, encrypted or not: lines out, bytes in. Errors of the network are states, not exceptions: the receiving side ends, and
/// <see cref="End"/> tells how.
/// </summary>
internal sealed class Connection : IDisposable
{
    private const int ChunkBytes = 16 * 1024;

    private readonly Socket _socket;
    private readonly SslStream? _tls;

    /// <param name="socket">Connected; owned from now on.</param>
    /// <param name="tls">Encrypts what goes over it, and is owned too; null: nothing does.</param>
    public Connection(Socket socket, SslStream? tls)
    {
        (_socket, _tls) = (socket, tls);

        // A chat may be silent for hours. Without probes, a server that lost its power would never be noticed.
        _socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
        _socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, 60);
        _socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval, 10);
        _socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveRetryCount, 3);
    }

    /// <summary>How the receiving side ended; final once <see cref="ReadAllAsync"/> has ended.</summary>
    public ConnectionEnd End { get; private set; }

    /// <summary>What arrives, until the connection ends. For one reader; a chunk is valid until the next one is asked for.</summary>
    public async IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var buffer = new byte[ChunkBytes];
        int count;
        while ((count = await ReceiveAsync(buffer, cancellation)) > 0)
            yield return buffer.AsMemory(0, count);
    }

    /// <summary>Sends <paramref name="line"/> and a newline in UTF-8. For one sender at a time.</summary>
    /// <returns>False when the connection no longer takes anything; the receiving side learns why.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled; a part may have been sent.</exception>
    public async Task<bool> SendLineAsync(string line, CancellationToken cancellation)
    {
        ReadOnlyMemory<byte> rest = Encoding.UTF8.GetBytes(line + "\n");
        try
        {
            if (_tls is not null)
            {
                await _tls.WriteAsync(rest, cancellation);
                return true;
            }

            while (!rest.IsEmpty)
                rest = rest[await _socket.SendAsync(rest, cancellation)..];
            return true;
        }
        catch (Exception broken) when (IsBroken(broken))
        {
            return false;
        }
    }

    /// <summary>Half-closes: nothing more will be sent, and receiving goes on.</summary>
    public async Task CompleteSendingAsync()
    {
        try
        {
            if (_tls is not null)
                await _tls.ShutdownAsync();
            _socket.Shutdown(SocketShutdown.Send);
        }
        catch (Exception broken) when (IsBroken(broken))
        {
            // The connection is gone already, and the receiving side reports it.
        }
    }

    public void Dispose()
    {
        _socket.Dispose();
        _tls?.Dispose();
    }

    // TLS wraps the network's errors, and has one for an end that the peer has not announced.
    private static bool IsBroken(Exception failure) => failure is SocketException or IOException;

    private async ValueTask<int> ReceiveAsync(Memory<byte> buffer, CancellationToken cancellation)
    {
        try
        {
            var count = _tls is not null ? await _tls.ReadAsync(buffer, cancellation) : await _socket.ReceiveAsync(buffer, cancellation);
            End = count is 0 ? ConnectionEnd.Closed : ConnectionEnd.None;
            return count;
        }
        catch (Exception broken) when (IsBroken(broken))
        {
            End = ConnectionEnd.Lost;
            return 0;
        }
    }
}
