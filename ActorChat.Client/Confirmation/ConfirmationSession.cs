using ActorChat.Client.Arguments;
using ActorChat.Client.Consoles;
using ActorChat.Client.Input;
using ActorChat.Client.Resources;

namespace ActorChat.Client.Confirmation;

/// <summary>
/// Reads messages and has each confirmed, one after the other, until <c>éxito</c>, the end of the input or a signal. A person can go
/// on after a failure; a script stops at the first one, so that it knows where.
/// </summary>
internal sealed class ConfirmationSession(
    ClientOptions options, ServerConnector connector, Texts texts, IChatConsole console, GracefulShutdown shutdown, TimeProvider clock)
{
    private readonly ConfirmationRequest _request = new(connector, texts, console, clock);
    private bool _hasConnected;

    /// <summary>Runs until there is nothing more to confirm.</summary>
    /// <exception cref="ConsoleException">Standard input or output failed.</exception>
    public async Task<ExitCode> RunAsync()
    {
        var code = ExitCode.Done;
        while (await ReadAsync() is { } line && !(line is { Text: { } text, IsMessage: false } && IsEndKeyword(text)))
        {
            var next = await HandleAsync(line);
            if (next is ExitCode.Done)
                continue;

            code = next;
            if (code is ExitCode.CannotConnect || !console.IsInteractive)
                break;
        }

        return code;
    }

    /// <summary>Whether a line is <c>éxito</c> and nothing else: in any case, with or without the accent, in any Unicode form.</summary>
    public static bool IsEndKeyword(string line) => CaseFolding.Casefold(line.Trim()) is "exito" or "\u00E9xito";

    private async Task<InputLine?> ReadAsync()
    {
        try
        {
            await console.SetPromptAsync(new PromptState.Confirming(), shutdown.Asked);
            return await console.ReadAsync(shutdown.Asked);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private async Task<ExitCode> HandleAsync(InputLine line)
    {
        if (line.Flaw is { } flaw)
        {
            await SettleAsync(null, flaw is InputFlaw.TooLong ? "too-long" : "unsendable", answer: null);
            return await console.ReportAsync(texts.LineRefused(line.Number, flaw), ExitCode.InputRefused);
        }

        return string.IsNullOrWhiteSpace(line.Text) ? ExitCode.Done : await HandleAsync(line.Text);
    }

    private async Task<ExitCode> HandleAsync(string message)
    {
        var result = await ConfirmAsync(message);
        var (word, reason) = Describe(result);
        await SettleAsync(message, word, _request.LastAnswer);
        if (result is ConfirmationResult.NotSent { Why: var why } && !_hasConnected)
            return await console.ReportAsync(texts.CannotConnect(why, options.Server), ExitCode.CannotConnect);

        _hasConnected = true;
        return reason is null
            ? ExitCode.Done
            : await console.ReportAsync(texts.NotConfirmed(Excerpt.Truncate(message), reason), ExitCode.ConnectionLost);
    }

    private async Task<ConfirmationResult> ConfirmAsync(string message)
    {
        try
        {
            return await _request.RunAsync(message, shutdown.Forced);
        }
        catch (OperationCanceledException)
        {
            return new ConfirmationResult.Interrupted();
        }
    }

    // Not cancelled when the user leaves: a script must know of every message.
    private Task SettleAsync(string? message, string outcome, string? answer) => console.ShowAsync(
        [new ConsoleEvent.Settled(clock.GetLocalNow(), message, outcome, answer)], CancellationToken.None);

    // Scripts rely on the words: docs/client.md lists them. Without a reason the message is confirmed.
    private (string Word, string? Reason) Describe(ConfirmationResult result) => result switch
    {
        ConfirmationResult.Confirmed => ("confirmed", null),
        ConfirmationResult.Refused => ("refused", texts.RefusedByServer),
        ConfirmationResult.TimedOut => ("timed-out", texts.TimedOut),
        ConfirmationResult.NotSent notSent => ("not-sent", texts.CannotConnect(notSent.Why, options.Server)),
        ConfirmationResult.Unanswered => ("unanswered", texts.Unanswered),
        ConfirmationResult.Interrupted => ("interrupted", texts.Interrupted),
        _ => throw new ArgumentOutOfRangeException(nameof(result)),
    };
}
