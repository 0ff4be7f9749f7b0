namespace ActorChat.Server.Output;

/// <summary>
/// Standard output or standard error. .NET's own streams for them share a lock, so that a blocked one blocks the other, and its file
/// streams overwrite each other where both go to one file (<c>&gt;log 2&gt;&amp;1</c>).
/// </summary>
internal sealed class StandardStream : IOutputTarget
{
    // Of errno.h.
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

    /// <summary>Standard output.</summary>
    public static StandardStream Output() => new(StandardDescriptor.Output, Console.OpenStandardOutput);

    /// <summary>Standard error.</summary>
    public static StandardStream Error() => new(StandardDescriptor.Error, Console.OpenStandardError);

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<byte> entry)
    {
        if (!_isOpen)
            throw new IOException("Bad file descriptor", BadDescriptor);
        if (_windows is null)
            StandardDescriptor.Write(_descriptor, entry);
        else
            _windows.Write(entry);
    }

    /// <inheritdoc/>
    public void Dispose() => _windows?.Dispose();
}
