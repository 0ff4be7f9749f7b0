using System.Net.Security;
using System.Net.Sockets;

namespace ActorChat.Benchmarks.Load.Sockets;

/// <summary>TLS on a socket that never blocks. Trusts any certificate: it measures.</summary>
internal sealed class TlsCarrier : ICarrier
{
    private readonly ReadyStream _socket;
    private readonly SslStream _tls;
    private readonly Task _handshake;
    private Task? _writing;
    private ValueTask<int>? _reading;

    public TlsCarrier(Socket socket)
    {
        _socket = new ReadyStream(socket);
        _tls = new SslStream(_socket);
        _handshake = _tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
        {
            TargetHost = "localhost",
            RemoteCertificateValidationCallback = static (_, shown, _, _) => shown is not null,
        });
    }

    /// <inheritdoc/>
    public bool WaitsToWrite => _socket.WaitsToWrite;

    /// <inheritdoc/>
    public bool HoldsBack => true;

    /// <inheritdoc/>
    public int Receive(Memory<byte> buffer, out SocketError error)
    {
        _socket.OnReadable();
        error = _handshake.IsCompletedSuccessfully ? SocketError.Success
            : _handshake.IsCompleted ? SocketError.ConnectionReset : SocketError.WouldBlock;
        if (error is not SocketError.Success)
            return 0;
        var reading = _reading ?? _tls.ReadAsync(buffer);
        _reading = reading.IsCompleted ? null : reading;
        if (_reading is not null)
            error = SocketError.WouldBlock;
        else if (reading.IsCompletedSuccessfully)
            return reading.Result;
        else
            error = SocketError.ConnectionReset;
        return 0;
    }

    /// <summary>Takes all bytes, or none while others wait.</summary>
    public int Send(ReadOnlySpan<byte> bytes, out SocketError error)
    {
        _socket.OnWritable();
        error = _writing is { IsCompleted: false } || !_handshake.IsCompleted ? SocketError.WouldBlock
            : _writing is { IsFaulted: true } ? SocketError.ConnectionReset : SocketError.Success;
        if (error is not SocketError.Success || bytes.IsEmpty)
            return 0;
        _writing = _tls.WriteAsync(bytes.ToArray()).AsTask();
        return bytes.Length;
    }

    /// <inheritdoc/>
    public void Dispose() => _tls.Dispose();
}
