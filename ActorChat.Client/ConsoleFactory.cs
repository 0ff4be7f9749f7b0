using System.Runtime.InteropServices;
using ActorChat.Client.Arguments;
using ActorChat.Client.Consoles;
using ActorChat.Client.Input;
using ActorChat.Client.Output;
using ActorChat.Client.State;
using ActorChat.Client.Terminal;
using ActorChat.Client.Terminal.Painting;

namespace ActorChat.Client;

/// <summary>Chooses the console. The only place that knows the real ones.</summary>
internal sealed class ConsoleFactory : IDisposable
{
    private readonly SignalHandlers? _signals;

    private ConsoleFactory(IChatConsole console, SignalHandlers? signals) => (Console, _signals) = (console, signals);

    /// <summary>The console chosen, ready for use.</summary>
    public IChatConsole Console { get; }

    /// <summary>A line editor for a person at a capable terminal; plain lines in a pipe, for JSON, and on a dumb terminal.</summary>
    public static ConsoleFactory Create(Request.Run run, ConsoleOutput output, StateFolder folder, GracefulShutdown shutdown)
    {
        var isDumb = Colors.IsDumb(Environment.GetEnvironmentVariable);
        return run.Options.Json || isDumb || UnixTerminal.TryOpen() is not { } terminal
            ? new ConsoleFactory(CreatePlain(run, output), signals: null)
            : CreateOnTerminal(run, terminal, folder, shutdown);
    }

    public void Dispose() => _signals?.Dispose();

    private static PlainConsole CreatePlain(Request.Run run, ConsoleOutput output)
    {
        var input = ConsoleInput.Start(System.Console.OpenStandardInput(), isTerminal: !System.Console.IsInputRedirected);
        return new PlainConsole(input, output, run.Options.Json ? new JsonRenderer() : new TextRenderer(run.Texts));
    }

    private static ConsoleFactory CreateOnTerminal(Request.Run run, UnixTerminal terminal, StateFolder folder, GracefulShutdown shutdown)
    {
        var history = new HistoryFile(folder, run.Options.Mode is ClientMode.Chat ? "history" : "history-confirm");
        var theme = new Theme(Colors.GetDepth(run.Options.NoColor, Environment.GetEnvironmentVariable));
        var console = new TerminalConsole(terminal, theme, run.Texts, TimeProvider.System, history, shutdown.Request);
        console.Start();

        // SIGCONT: otherwise .NET restores the settings in which the program found the terminal, after ours.
        var signals = OperatingSystem.IsWindows()
            ? null
            : new SignalHandlers((PosixSignal.SIGWINCH, console.OnResized), (PosixSignal.SIGCONT, console.OnContinued));
        return new ConsoleFactory(console, signals);
    }
}
