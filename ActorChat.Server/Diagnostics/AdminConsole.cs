using System.Runtime.InteropServices;
using ActorChat.Server.Errors;
using ActorChat.Server.Resources;
using Akka.Actor;
using Akka.Event;

namespace ActorChat.Server.Diagnostics;

/// <summary>
/// The operator's two ways to see what the actors do: the inspection line, where standard input is a terminal, and SIGQUIT, which
/// has the whole report logged at INFO.
/// </summary>
internal sealed class AdminConsole : IDisposable
{
    private readonly SemaphoreSlim _one = new(1);
    private readonly ActorSystem _system;
    private readonly Inspector _inspector;
    private readonly Texts _texts;
    private readonly PosixSignalRegistration _signal;
    private volatile bool _isOver;

    /// <summary>Begins to listen for the signal.</summary>
    /// <param name="system">The actors.</param>
    /// <param name="node">The node, which knows the connections.</param>
    /// <param name="texts">The language.</param>
    public AdminConsole(ActorSystem system, IActorRef node, Texts texts)
    {
        _system = system;
        _inspector = new Inspector(system, node, texts);
        _texts = texts;
        _signal = PosixSignalRegistration.Create(PosixSignal.SIGQUIT, OnSignal);
    }

    /// <summary>Answers what is typed, too, and says that it does.</summary>
    /// <param name="terminal">Standard input.</param>
    /// <param name="output">Where the answers go.</param>
    public void RunConsole(TerminalInput terminal, TextWriter output)
    {
        output.WriteLine(_texts.InspectionInvitation);
        new InspectionLine(terminal.Lines(), output, command => AnswerAsync(inspector => inspector.AnswerAsync(command, TerminalInput.Columns))).Start();
    }

    /// <summary>Ends both: from here on nothing is answered.</summary>
    public void Dispose()
    {
        _isOver = true;
        _signal.Dispose();
        _inspector.Dispose();
    }

    private void OnSignal(PosixSignalContext context)
    {
        // Else .NET would end the process.
        context.Cancel = true;
        _ = LogReportAsync();
    }

    private async Task LogReportAsync()
    {
        foreach (var line in await AnswerAsync(inspector => inspector.ReportAsync()))
            _system.Log.Info(line);
    }

    // One after the other, and never an end of the process: whatever goes wrong with a look is an answer too.
    private async Task<IReadOnlyList<string>> AnswerAsync(Func<Inspector, Task<IReadOnlyList<string>>> ask)
    {
        await _one.WaitAsync();
        try
        {
            return _isOver ? [] : await ask(_inspector);
        }
        catch (Exception failure)
        {
            return _isOver ? [] : [_texts.InspectionFailed(SystemErrors.Describe(failure, _texts))];
        }
        finally
        {
            _one.Release();
        }
    }
}
