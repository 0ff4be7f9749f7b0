using ActorChat.Client.Input;
using ActorChat.Client.Output;

namespace ActorChat.Client.Consoles;

/// <summary>
/// Lines in, lines out: for pipes and files, and for terminals that can do nothing else. Data go to standard output and everything
/// else to standard error; prompts are shown to a person only.
/// </summary>
internal sealed class PlainConsole(IInput input, IOutput output, IConsoleEventRenderer renderer) : IChatConsole
{
    /// <summary>What asks for a message in confirmation mode, on every kind of terminal.</summary>
    public const string ConfirmationPrompt = "> ";

    /// <inheritdoc/>
    public bool IsInteractive => input.IsTerminal && output.IsTerminal;

    /// <inheritdoc/>
    public bool HasKeys => false;

    /// <inheritdoc/>
    public async ValueTask<InputLine?> ReadAsync(CancellationToken cancellation)
    {
        var line = await input.ReadAsync(cancellation);
        if (line is not null && input.IsTerminal)
            output.LineWasTyped();
        return line;
    }

    /// <inheritdoc/>
    public Task ShowAsync(IReadOnlyList<ConsoleEvent> happenings, CancellationToken cancellation) =>
        output.WriteAsync(string.Concat(happenings.Select(renderer.Render)), cancellation);

    /// <inheritdoc/>
    public Task SayAsync(string words) => output.SayAsync(words);

    /// <inheritdoc/>
    public Task ReportAsync(string message) => output.ReportAsync(message);

    /// <inheritdoc/>
    public Task SetPromptAsync(PromptState presence, CancellationToken cancellation)
    {
        var prompt = presence switch
        {
            PromptState.Naming naming => naming.Prompt,
            PromptState.Confirming => ConfirmationPrompt,
            _ => "",
        };
        return input.IsTerminal && prompt.Length > 0 ? output.PromptAsync(prompt, cancellation) : Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task ClearAsync() => Task.CompletedTask;

    /// <inheritdoc/>
    public Task FinishAsync() => output.EndLineAsync();
}
