namespace ActorChat.Server.Output;

/// <summary>
/// Replaces .NET's console streams: those share a lock, so one blocked stream blocks the other. Its file streams overwrite
/// each other when both go to one file (<c>&gt;log 2&gt;&amp;1</c>).
/// </summary>
internal sealed class StandardStream : IOutputTarget
{
    // EBADF
    private const int BadDescriptor = 9;

    private readonly int _descriptor;
    private readonly bool _isOpen;
    private readonly Stream? _windows;

    private StandardStream(int descriptor, Func<Stream> open)
    {
        _descriptor = descriptor;
        _windows = OperatingSystem.IsWindows() ? open() : null;
        _isOpen = _windows is not null || StandardDescriptor.IsInherited(descriptor);
    }

    public static StandardStream Output() => new(StandardDescriptor.Output, Console.OpenStandardOutput);

    public static StandardStream Error() => new(StandardDescriptor.Error, Console.OpenStandardError);

    public void Write(ReadOnlySpan<byte> entry)
    {
        if (!_isOpen)
            throw new IOException("Bad file descriptor", BadDescriptor);
        if (_windows is null)
            StandardDescriptor.Write(_descriptor, entry);
        else
            _windows.Write(entry);
    }

    public void Dispose() => _windows?.Dispose();
}
