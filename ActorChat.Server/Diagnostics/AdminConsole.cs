using System.Runtime.InteropServices;
using ActorChat.Server.Errors;
using ActorChat.Server.Resources;
using Akka.Actor;
using Akka.Event;

namespace ActorChat.Server.Diagnostics;

/// <summary>
/// Gives the operator two views of the actors: commands on standard input, if it is a terminal, and SIGQUIT, which logs the
/// full report at INFO.
/// </summary>
internal sealed class AdminConsole : IDisposable
{
    private readonly SemaphoreSlim _lock = new(1);
    private readonly ActorSystem _system;
    private readonly Inspector _inspector;
    private readonly Texts _texts;
    private readonly PosixSignalRegistration _signal;
    private volatile bool _isDisposed;

    /// <summary>Starts to handle SIGQUIT.</summary>
    public AdminConsole(ActorSystem system, IActorRef server, Texts texts)
    {
        _system = system;
        _inspector = new Inspector(system, server, texts);
        _texts = texts;
        _signal = PosixSignalRegistration.Create(PosixSignal.SIGQUIT, OnSignal);
    }

    /// <summary>Answers commands from the terminal, too.</summary>
    public void RunConsole(TerminalInput terminal, TextWriter output)
    {
        output.WriteLine(_texts.AdminPrompt);
        new AdminCommandLoop(terminal.Lines(), output, command => AnswerAsync(inspector => inspector.AnswerAsync(command, TerminalInput.Columns))).Start();
    }

    public void Dispose()
    {
        _isDisposed = true;
        _signal.Dispose();
        _inspector.Dispose();
    }

    private void OnSignal(PosixSignalContext context)
    {
        // Otherwise .NET would end the process.
        context.Cancel = true;
        _ = LogReportAsync();
    }

    private async Task LogReportAsync()
    {
        foreach (var line in await AnswerAsync(inspector => inspector.ReportAsync()))
            _system.Log.Info(line);
    }

    // Serializes commands, and turns any failure into an answer: diagnostics must not end the process.
    private async Task<IReadOnlyList<string>> AnswerAsync(Func<Inspector, Task<IReadOnlyList<string>>> ask)
    {
        await _lock.WaitAsync();
        try
        {
            return _isDisposed ? [] : await ask(_inspector);
        }
        catch (Exception failure)
        {
            return _isDisposed ? [] : [_texts.AdminFailed(SystemErrors.Describe(failure, _texts))];
        }
        finally
        {
            _lock.Release();
        }
    }
}
