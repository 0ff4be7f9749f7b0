using System.Runtime.InteropServices;

namespace ActorChat.Client.Terminal;

/// <summary>Tells a console of the signals that concern a terminal, until it is disposed.</summary>
internal sealed class TerminalSignals : IDisposable
{
    private readonly PosixSignalRegistration[] _registrations;

    /// <param name="console">Must outlive this object.</param>
    public TerminalSignals(TerminalConsole console) => _registrations = OperatingSystem.IsWindows()
        ? []
        : [
            PosixSignalRegistration.Create(PosixSignal.SIGWINCH, _ => console.Resized()),
            PosixSignalRegistration.Create(PosixSignal.SIGCONT, context =>
            {
                // Else .NET gives the terminal the settings in which the program found it, after we have set ours.
                context.Cancel = true;
                console.Continued();
            }),
        ];

    /// <inheritdoc/>
    public void Dispose() => Array.ForEach(_registrations, registration => registration.Dispose());
}
