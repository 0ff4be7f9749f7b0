using System.Runtime.InteropServices;

namespace ActorChat.Client;

/// <summary>
/// Turns the signals that ask a program to end (Ctrl+C, <c>kill</c>, a closed terminal) into requests to a <see cref="GracefulShutdown"/>,
/// for as long as it is not disposed. The default action, to die on the spot, is suppressed.
/// </summary>
internal sealed class ShutdownSignals : IDisposable
{
    private static readonly PosixSignal[] Signals = [PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP];

    private readonly PosixSignalRegistration[] _registrations;

    /// <param name="departure">Gets one request for each signal; must outlive this object.</param>
    public ShutdownSignals(GracefulShutdown departure) =>
        _registrations = Array.ConvertAll(Signals, signal => PosixSignalRegistration.Create(signal, context =>
        {
            context.Cancel = true;
            departure.Request();
        }));

    /// <inheritdoc/>
    public void Dispose() => Array.ForEach(_registrations, registration => registration.Dispose());
}
