using System.Buffers.Binary;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace ActorChat.Benchmarks.Load.Sockets;

/// <summary>
/// A WebSocket (RFC 6455). Reads the head of the server's answer as it is, then what its messages hold; each write is one text message.
/// .NET's own is made of tasks, which one thread for thousands of members cannot afford.
/// </summary>
internal sealed class WebSocketCarrier : ICarrier
{
    private const byte Text = 1, Close = 8, Ping = 9, Pong = 10, Final = 0x80, Masked = 0x80;
    private const int MaskLength = 4, LongestHead = 10, LongestControl = 125;

    private readonly ICarrier _inner;
    private readonly byte[] _head = new byte[LongestHead];
    private readonly byte[] _control = new byte[LongestControl];
    private byte[] _output;
    private int _outputLength;
    private int _headLength;
    private int _controlLength;
    private byte _kind;
    private long _left;
    private int _endSeen;
    private bool _isClosed;

    /// <param name="inner">Carries its bytes.</param>
    /// <param name="host">The server, as HOST:PORT.</param>
    public WebSocketCarrier(ICarrier inner, string host)
    {
        _inner = inner;
        _output = Encoding.ASCII.GetBytes(
            $"GET /ws HTTP/1.1\r\nHost: {host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
            + $"Sec-WebSocket-Key: {Convert.ToBase64String(RandomNumberGenerator.GetBytes(16))}\r\nSec-WebSocket-Protocol: actorchat.v1\r\n\r\n");
        _outputLength = _output.Length;
    }

    /// <inheritdoc/>
    /// <remarks>Until TLS has shaken hands, reading goes on with it.</remarks>
    public bool WaitsToWrite => _inner.WaitsToWrite || (_outputLength > 0 && !_inner.HoldsBack);

    /// <inheritdoc/>
    public bool HoldsBack => _inner.HoldsBack;

    private bool IsOpen => _endSeen == 4;

    /// <inheritdoc/>
    public int Receive(Memory<byte> buffer, out SocketError error)
    {
        while (true)
        {
            var count = _inner.Receive(buffer, out error);
            var read = error is SocketError.Success ? Decode(buffer.Span[..count]) : 0;
            if (_outputLength > 0)
                Flush(out _);
            if (read > 0 || count == 0 || _isClosed)
                return read;
        }
    }

    /// <inheritdoc/>
    public int Send(ReadOnlySpan<byte> bytes, out SocketError error)
    {
        Flush(out error);
        if (error is not SocketError.Success || bytes.IsEmpty)
            return 0;
        if (_outputLength > 0)
        {
            error = SocketError.WouldBlock;
            return 0;
        }

        Append(Text, bytes);
        Flush(out error);
        error = error is SocketError.WouldBlock or SocketError.TryAgain ? SocketError.Success : error;
        return bytes.Length;
    }

    /// <inheritdoc/>
    public void Dispose() => _inner.Dispose();

    private void Flush(out SocketError error)
    {
        var sent = _inner.Send(_output.AsSpan(0, _outputLength), out error);
        if (error is not SocketError.Success)
            return;
        _output.AsSpan(sent, _outputLength - sent).CopyTo(_output);
        _outputLength -= sent;
    }

    private void Append(byte kind, ReadOnlySpan<byte> bytes)
    {
        var most = _outputLength + LongestHead + MaskLength + bytes.Length;
        if (most > _output.Length)
            Array.Resize(ref _output, most);
        var target = _output.AsSpan(_outputLength);
        target[0] = (byte)(Final | kind);
        var length = WriteLength(target, bytes.Length);
        var mask = target.Slice(length, MaskLength);
        RandomNumberGenerator.Fill(mask);
        var content = target[(length + MaskLength)..];
        for (var i = 0; i < bytes.Length; i++)
            content[i] = (byte)(bytes[i] ^ mask[i % MaskLength]);
        _outputLength += length + MaskLength + bytes.Length;
    }

    private static int WriteLength(Span<byte> target, int length)
    {
        target[1] = (byte)(Masked | (length < 126 ? length : length <= ushort.MaxValue ? 126 : 127));
        if (length < 126)
            return 2;
        if (length > ushort.MaxValue)
            BinaryPrimitives.WriteUInt64BigEndian(target[2..], (ulong)length);
        else
            BinaryPrimitives.WriteUInt16BigEndian(target[2..], (ushort)length);
        return length <= ushort.MaxValue ? 4 : LongestHead;
    }

    // In place: what is left of the bytes without the heads of frames stands at their beginning.
    private int Decode(Span<byte> bytes)
    {
        var from = 0;
        while (from < bytes.Length && !IsOpen)
        {
            var next = bytes[from++];
            _endSeen = next == "\r\n\r\n"u8[_endSeen] ? _endSeen + 1 : next == '\r' ? 1 : 0;
        }

        var to = from;
        while (from < bytes.Length)
        {
            if (_left == 0)
            {
                ReadHead(bytes[from++]);
                continue;
            }

            var part = bytes.Slice(from, (int)Math.Min(_left, bytes.Length - from));
            (from, _left) = (from + part.Length, _left - part.Length);
            if (_kind < Close)
            {
                part.CopyTo(bytes[to..]);
                to += part.Length;
                continue;
            }

            part.CopyTo(_control.AsSpan(_controlLength));
            _controlLength += part.Length;
            EndControl();
        }

        return to;
    }

    private void ReadHead(byte next)
    {
        _head[_headLength++] = next;
        if (_headLength < 2 || _headLength < (_head[1] switch { 127 => LongestHead, 126 => 4, _ => 2 }))
            return;
        _left = _head[1] switch
        {
            127 => BinaryPrimitives.ReadInt64BigEndian(_head.AsSpan(2)),
            126 => BinaryPrimitives.ReadUInt16BigEndian(_head.AsSpan(2)),
            var length => length,
        };
        _kind = (byte)(_head[0] & 0xF);
        _headLength = 0;
        EndControl();
    }

    private void EndControl()
    {
        if (_left > 0 || _kind < Close)
            return;
        _isClosed |= _kind == Close;
        if (_kind == Ping)
            Append(Pong, _control.AsSpan(0, _controlLength));
        _controlLength = 0;
    }
}
