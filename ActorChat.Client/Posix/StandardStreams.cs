namespace ActorChat.Client.Posix;

/// <summary>
/// The three streams that a program is started with. One that was closed fails like a broken one: its number may belong to something
/// else by now, such as the connection to the server.
/// </summary>
/// <remarks>To be created first, before a connection can get a number of theirs.</remarks>
internal sealed class StandardStreams
{
    public bool HasInput { get; } = Descriptor.IsInherited(Descriptor.Input);

    public Stream Output { get; } = Descriptor.IsInherited(Descriptor.Output) ? Console.OpenStandardOutput() : new ClosedStream();

    public Stream Diagnostics { get; } = Descriptor.IsInherited(Descriptor.Diagnostics) ? Console.OpenStandardError() : new ClosedStream();

    private sealed class ClosedStream : Stream
    {
        public override bool CanRead => false;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Flush() { }
        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new ClosedException();

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            Task.FromException(new ClosedException());

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            ValueTask.FromException(new ClosedException());
    }
}

/// <summary>A standard stream that the program was started without.</summary>
internal sealed class ClosedException : IOException
{
    // <errno.h>: what read(2) and write(2) say of a closed descriptor (EBADF).
    private const int BadDescriptor = 9;

    public ClosedException() => HResult = BadDescriptor;
}
