using System.Runtime.InteropServices;
using ActorChat.Server.CommandLine;

namespace ActorChat.Server.Hosting;

/// <summary>Ctrl+C, SIGTERM and a closed terminal: the first asks for a stop in good order, the second leaves at once.</summary>
internal sealed class StopSignals : IDisposable
{
    private readonly TaskCompletionSource _requested = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly PosixSignalRegistration[] _registrations;

    public StopSignals() => _registrations =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal),
        PosixSignalRegistration.Create(PosixSignal.SIGHUP, OnSignal),
    ];

    /// <summary>Completes with the first signal.</summary>
    public Task Requested => _requested.Task;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var registration in _registrations)
            registration.Dispose();
    }

    private void OnSignal(PosixSignalContext context)
    {
        context.Cancel = true;
        if (!_requested.TrySetResult())
            Environment.Exit(ExitCode.EndedBySignal);
    }
}
