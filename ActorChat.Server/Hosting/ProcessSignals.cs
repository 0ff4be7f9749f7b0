using System.Runtime.InteropServices;
using ActorChat.Server.CommandLine;

namespace ActorChat.Server.Hosting;

/// <summary>
/// Handles the signals of a running server. Ctrl+C, SIGTERM or a closed terminal stops it gracefully; a second one exits at once.
/// Ignores SIGXFSZ, so that a write beyond <c>ulimit -f</c> fails as on a full disk instead of ending the process.
/// </summary>
internal sealed class ProcessSignals : IDisposable
{
    // The number on Linux and on macOS; .NET has no name for it.
    private const PosixSignal FileSizeLimit = (PosixSignal)25;

    private readonly TaskCompletionSource _stopRequested = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<PosixSignalRegistration> _registrations;

    public ProcessSignals()
    {
        _registrations =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, OnStop),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnStop),
            PosixSignalRegistration.Create(PosixSignal.SIGHUP, OnStop),
        ];
        if (OperatingSystem.IsLinux() || OperatingSystem.IsMacOS())
            _registrations.Add(PosixSignalRegistration.Create(FileSizeLimit, context => context.Cancel = true));
    }

    /// <summary>Completes with the first stop signal.</summary>
    public Task StopRequested => _stopRequested.Task;

    public void Dispose() => _registrations.ForEach(registration => registration.Dispose());

    private void OnStop(PosixSignalContext context)
    {
        context.Cancel = true;
        if (!_stopRequested.TrySetResult())
            Environment.Exit(ExitCode.EndedBySignal);
    }
}
