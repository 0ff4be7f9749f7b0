using System.Runtime.InteropServices;

namespace ActorChat.Server.Hosting;

/// <summary>
/// A write beyond the limit for the size of a file (<c>ulimit -f</c>) raises SIGXFSZ, which would end the process. Taken note of
/// here, it lets the write fail instead, as on a full disk: its author is told, and everybody else stays.
/// </summary>
internal sealed class FileSizeSignal : IDisposable
{
    // The number on Linux and on macOS; .NET has no name for it.
    private const PosixSignal Signal = (PosixSignal)25;

    private readonly PosixSignalRegistration? _registration = OperatingSystem.IsLinux() || OperatingSystem.IsMacOS()
        ? PosixSignalRegistration.Create(Signal, context => context.Cancel = true)
        : null;

    /// <inheritdoc/>
    public void Dispose() => _registration?.Dispose();
}
