using System.Runtime.InteropServices;

namespace Akka.Actor;

/// <summary>
/// Calls back when the process is about to end: when it leaves Main or calls Environment.Exit, and at SIGTERM and SIGINT, for which
/// .NET 10 raises no event by itself. The end goes on when the callback returns; a signal still decides the exit code. A signal that
/// the program has taken on, by cancelling it in a handler that it registered later (.NET asks the last one first), is its own affair.
/// </summary>
internal sealed class ProcessEndHook : IDisposable
{
    private readonly Action _onEnd;
    private readonly PosixSignalRegistration[] _signals;

    /// <summary>Listens until it is disposed of.</summary>
    /// <param name="onEnd">May be called more than once, and from several threads.</param>
    public ProcessEndHook(Action onEnd)
    {
        _onEnd = onEnd;
        AppDomain.CurrentDomain.ProcessExit += OnExit;
        _signals =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal),
            PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal),
        ];
    }

    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= OnExit;
        foreach (var signal in _signals)
            signal.Dispose();
    }

    private void OnExit(object? sender, EventArgs e) => _onEnd();

    private void OnSignal(PosixSignalContext context)
    {
        if (!context.Cancel)
            _onEnd();
    }
}
