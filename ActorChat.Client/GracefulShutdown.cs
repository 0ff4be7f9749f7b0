using System.Runtime.InteropServices;

namespace ActorChat.Client;

/// <summary>
/// The user's wish to leave (Ctrl+C, a signal), in two steps: the first request asks for a polite end and starts a countdown; the second
/// request, or the end of the countdown, forces it.
/// </summary>
/// <param name="timeout">How long a polite end may take, at most.</param>
/// <param name="clock">Counts down.</param>
internal sealed class GracefulShutdown(TimeSpan timeout, TimeProvider clock) : IDisposable
{
    private readonly CancellationTokenSource _asked = new();
    private readonly CancellationTokenSource _forced = new(Timeout.InfiniteTimeSpan, clock);
    private int _requests;

    /// <summary>Cancelled by the first request: read no more input, say goodbye.</summary>
    public CancellationToken Asked => _asked.Token;

    /// <summary>Cancelled when there is nothing left to wait for. Never before <see cref="Asked"/>.</summary>
    public CancellationToken Forced => _forced.Token;

    /// <summary>Whether a second request has forced the end.</summary>
    public bool WasForcedByUser => Volatile.Read(ref _requests) > 1;

    /// <summary>Safe from any thread, any number of times, and after the end.</summary>
    public void Request()
    {
        try
        {
            if (Interlocked.Increment(ref _requests) > 1)
            {
                _forced.Cancel();
                return;
            }

            _forced.CancelAfter(timeout);
            _asked.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // A key or a signal of the last moment: the session has ended, which is what was asked for.
        }
    }

    public void Dispose()
    {
        _asked.Dispose();
        _forced.Dispose();
    }
}

/// <summary>
/// Turns the signals that ask a program to end (Ctrl+C, <c>kill</c>, a closed terminal) into requests, until it is disposed. Suppresses
/// their default action, which ends the process on the spot.
/// </summary>
internal sealed class ShutdownSignals : IDisposable
{
    private static readonly PosixSignal[] Signals = [PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP];

    private readonly PosixSignalRegistration[] _registrations;

    /// <param name="shutdown">Gets one request for each signal; must outlive this object.</param>
    public ShutdownSignals(GracefulShutdown shutdown) =>
        _registrations = Array.ConvertAll(Signals, signal => PosixSignalRegistration.Create(signal, context =>
        {
            context.Cancel = true;
            shutdown.Request();
        }));

    public void Dispose() => Array.ForEach(_registrations, registration => registration.Dispose());
}
