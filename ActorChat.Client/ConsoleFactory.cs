using ActorChat.Client.Arguments;
using ActorChat.Client.Consoles;
using ActorChat.Client.Input;
using ActorChat.Client.Output;
using ActorChat.Client.State;
using ActorChat.Client.Terminal;
using ActorChat.Client.Terminal.Painting;

namespace ActorChat.Client;

/// <summary>Which console serves: the only place that knows the real ones.</summary>
internal sealed class ConsoleFactory : IDisposable
{
    private readonly TerminalSignals? _signals;

    private ConsoleFactory(IChatConsole console, TerminalSignals? signals) => (Console, _signals) = (console, signals);

    /// <summary>The one that was chosen, ready for use.</summary>
    public IChatConsole Console { get; }

    /// <summary>
    /// The terminal where a person sits at one that can do what is needed; in a pipe, for JSON, and on a dumb terminal, plain lines.
    /// </summary>
    public static ConsoleFactory Make(Request.Run run, ConsoleOutput output, StateFolder folder, GracefulShutdown departure)
    {
        var isDumb = Colors.IsDumb(Environment.GetEnvironmentVariable);
        return run.Options.Json || isDumb || UnixTerminal.TryOpen() is not { } terminal
            ? new ConsoleFactory(Plain(run, output), signals: null)
            : OnTerminal(run, terminal, folder, departure);
    }

    /// <inheritdoc/>
    public void Dispose() => _signals?.Dispose();

    private static PlainConsole Plain(Request.Run run, ConsoleOutput output)
    {
        var input = ConsoleInput.Start(System.Console.OpenStandardInput(), isTerminal: !System.Console.IsInputRedirected);
        return new PlainConsole(input, output, run.Options.Json ? new JsonRenderer() : new TextRenderer(run.Texts.ServerPrefix));
    }

    private static ConsoleFactory OnTerminal(Request.Run run, UnixTerminal terminal, StateFolder folder, GracefulShutdown departure)
    {
        var history = new HistoryFile(folder, run.Options.Mode is ClientMode.Chat ? "history" : "history-confirm");
        var theme = new Theme(Colors.Depth(run.Options.NoColor, Environment.GetEnvironmentVariable));
        var console = new TerminalConsole(terminal, theme, run.Texts, TimeProvider.System, history, departure.Request);
        console.Start();
        return new ConsoleFactory(console, new TerminalSignals(console));
    }
}
