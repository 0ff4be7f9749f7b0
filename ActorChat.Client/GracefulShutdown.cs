using System.Runtime.InteropServices;

namespace ActorChat.Client;

/// <summary>
/// The user's wish to leave (Ctrl+C, a signal), in two steps: the first request asks for a polite end and starts a countdown; the second
/// request, or the end of the countdown, forces it.
/// </summary>
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

/// <summary>Handles signals in place of their default action, until it is disposed. That action may end the process on the spot.</summary>
internal sealed class SignalHandlers(params IEnumerable<(PosixSignal Signal, Action Handle)> handlers) : IDisposable
{
    private readonly PosixSignalRegistration[] _registrations =
    [
        .. handlers.Select(handler => PosixSignalRegistration.Create(handler.Signal, context =>
        {
            context.Cancel = true;
            handler.Handle();
        })),
    ];

    public void Dispose() => Array.ForEach(_registrations, registration => registration.Dispose());
}
