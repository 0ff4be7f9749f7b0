using System.Net.Sockets;
using System.Threading.Tasks.Sources;

namespace ActorChat.Benchmarks.Load.Sockets;

/// <summary>
/// A socket that never blocks as a stream for <see cref="System.Net.Security.SslStream"/>: a read or write that must wait goes on when the thread
/// that asks for readiness says so, on that thread.
/// </summary>
internal sealed class ReadyStream(Socket socket) : Stream
{
    private readonly Wait _read = new();
    private readonly Wait _write = new();
    private Memory<byte> _target;
    private ReadOnlyMemory<byte> _source;

    /// <summary>Whether a write waits for the socket.</summary>
    public bool WaitsToWrite => _write.IsOn;

    public override bool CanRead => true;

    public override bool CanWrite => true;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (TryRead(buffer, out var count))
            return ValueTask.FromResult(count);
        _target = buffer;
        return new ValueTask<int>(_read, _read.Begin());
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (TryWrite(ref buffer))
            return ValueTask.CompletedTask;
        _source = buffer;
        return new ValueTask(_write, _write.Begin());
    }

    /// <summary>Goes on with a read that waits.</summary>
    public void OnReadable()
    {
        if (_read.IsOn && TryRead(_target, out var count))
            _read.End(count);
    }

    /// <summary>Goes on with a write that waits.</summary>
    public void OnWritable()
    {
        if (_write.IsOn && TryWrite(ref _source))
            _write.End(result: 0);
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override void Flush() => throw new NotSupportedException();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private static bool MustWait(SocketError error) => error is SocketError.WouldBlock or SocketError.TryAgain or SocketError.Interrupted;

    // A broken connection is at its end, which is all that a member needs to know.
    private bool TryRead(Memory<byte> buffer, out int count)
    {
        count = socket.Receive(buffer.Span, SocketFlags.None, out var error);
        return !MustWait(error);
    }

    private bool TryWrite(ref ReadOnlyMemory<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            var sent = socket.Send(buffer.Span, SocketFlags.None, out var error);
            if (MustWait(error))
                return false;
            if (error is not SocketError.Success)
                return true;
            buffer = buffer[sent..];
        }

        return true;
    }

    /// <summary>One operation that waits, again and again without a new object.</summary>
    private sealed class Wait : IValueTaskSource<int>, IValueTaskSource
    {
        private ManualResetValueTaskSourceCore<int> _core;

        public bool IsOn { get; private set; }

        public short Begin()
        {
            _core.Reset();
            IsOn = true;
            return _core.Version;
        }

        public void End(int result)
        {
            IsOn = false;
            _core.SetResult(result);
        }

        public int GetResult(short token) => _core.GetResult(token);

        void IValueTaskSource.GetResult(short token) => _core.GetResult(token);

        public ValueTaskSourceStatus GetStatus(short token) => _core.GetStatus(token);

        public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
            _core.OnCompleted(continuation, state, token, flags);
    }
}
