using ActorChat.Client.Input;
using ActorChat.Client.Output;
using ActorChat.Client.Terminal;

namespace ActorChat.Client.Consoles;

/// <summary>Formats data for a plain stream of lines.</summary>
internal interface IConsoleEventRenderer
{
    /// <summary>Whether it shows the numbers of messages.</summary>
    bool ShowsNumbers { get; }

    /// <summary>The line or lines, each with its end; empty where there is nothing to show.</summary>
    string Render(ConsoleEvent consoleEvent);
}

/// <summary>
/// Lines in, lines out: for pipes, files, and terminals that can do nothing else. Data go to standard output, everything else to
/// standard error. Only a person sees prompts.
/// </summary>
internal sealed class PlainConsole(IInput input, IOutput output, IConsoleEventRenderer renderer) : IChatConsole
{
    /// <summary>Asks for a message in confirmation mode, on every kind of terminal.</summary>
    public const string ConfirmationPrompt = "> ";

    public bool IsInteractive => input.IsTerminal && output.IsTerminal;

    public bool HasKeys => false;

    public bool WantsNumbers => IsInteractive || renderer.ShowsNumbers;

    public async ValueTask<InputLine?> ReadAsync(CancellationToken cancellation)
    {
        var line = await input.ReadAsync(cancellation);
        if (line is not null && input.IsTerminal)
            output.LineWasTyped();
        return line;
    }

    public Task ShowAsync(IReadOnlyList<ConsoleEvent> events, CancellationToken cancellation) =>
        output.WriteAsync(string.Concat(events.Select(renderer.Render)), cancellation);

    public Task SayAsync(string words) => output.SayAsync(words);

    public Task ReportAsync(string message) => output.ReportAsync(message);

    public Task SetPromptAsync(PromptState state, CancellationToken cancellation)
    {
        if (input.IsTerminal)
            UnixTerminal.SetEcho(state is not PromptState.Password);

        var prompt = state switch
        {
            PromptState.Naming naming => naming.Prompt,
            PromptState.Password password => password.Prompt,
            PromptState.Trusting trusting => trusting.Prompt,
            PromptState.Confirming => ConfirmationPrompt,
            _ => "",
        };
        return input.IsTerminal && prompt.Length > 0 ? output.PromptAsync(prompt, cancellation) : Task.CompletedTask;
    }

    public Task ClearAsync() => Task.CompletedTask;

    public Task FinishAsync()
    {
        if (input.IsTerminal)
            UnixTerminal.SetEcho(true);
        return output.EndLineAsync();
    }
}
