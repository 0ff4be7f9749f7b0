using ActorChat.Client.Arguments;
using ActorChat.Client.Consoles;
using ActorChat.Client.Input;
using ActorChat.Client.Rendering;
using ActorChat.Client.Resources;

namespace ActorChat.Client.Confirmation;

/// <summary>
/// Reads messages and has each confirmed, one after the other, until <c>éxito</c>, the end of the input or a signal. A person can go
/// on after a failure; a script is stopped at the first one, so that it knows where.
/// </summary>
internal sealed class ConfirmationSession(ClientOptions options, Texts texts, IChatConsole console, GracefulShutdown departure, TimeProvider clock)
{
    private readonly ConfirmationRequest _exchange = new(options.Server, texts, console, clock);
    private bool _serverSeen;

    /// <summary>Runs until there is nothing more to confirm.</summary>
    /// <exception cref="ConsoleException">Standard input or output failed.</exception>
    public async Task<ExitCode> RunAsync()
    {
        var result = ExitCode.Done;
        while (await NextAsync() is { } line && !Ends(line))
        {
            var code = await HandleAsync(line);
            if (code is ExitCode.Done)
                continue;

            result = code;
            if (code is ExitCode.CannotConnect || !console.IsInteractive)
                break;
        }

        return result;
    }

    private static bool Ends(InputLine line) => line is { Text: { } text, IsMessage: false } && EndKeyword.Matches(text);

    private async Task<InputLine?> NextAsync()
    {
        try
        {
            await console.SetPromptAsync(new PromptState.Confirming(), departure.Asked);
            return await console.ReadAsync(departure.Asked);
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
            return await ReportAsync(texts.LineRefused(line.Number, flaw), ExitCode.InputRefused);
        }

        return string.IsNullOrWhiteSpace(line.Text) ? ExitCode.Done : await HandleAsync(line.Text);
    }

    private async Task<ExitCode> HandleAsync(string message)
    {
        var verdict = await ConfirmAsync(message);
        await SettleAsync(message, Outcome(verdict), _exchange.LastAnswer);
        if (verdict is ConfirmationResult.NotSent { Why: var why } && !_serverSeen)
            return await ReportAsync(texts.CannotConnect(why, options.Server), ExitCode.CannotConnect);

        _serverSeen = true;
        return Complaint(verdict) is { } reason
            ? await ReportAsync(texts.NotConfirmed(Excerpt.Truncate(message), reason), ExitCode.ConnectionLost)
            : ExitCode.Done;
    }

    private async Task<ConfirmationResult> ConfirmAsync(string message)
    {
        try
        {
            return await _exchange.RunAsync(message, departure.Forced);
        }
        catch (OperationCanceledException)
        {
            return new ConfirmationResult.Interrupted();
        }
    }

    // Said also after the user's wish to leave: a script must know of every message.
    private Task SettleAsync(string? message, string outcome, string? answer) => console.ShowAsync(
        [new ConsoleEvent.Settled(clock.GetLocalNow(), message, outcome, answer)], CancellationToken.None);

    // Words that scripts rely on: docs/client.md lists them.
    private static string Outcome(ConfirmationResult verdict) => verdict switch
    {
        ConfirmationResult.Confirmed => "confirmed",
        ConfirmationResult.Refused => "refused",
        ConfirmationResult.NotSent => "not-sent",
        ConfirmationResult.Unanswered => "unanswered",
        ConfirmationResult.Interrupted => "interrupted",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict)),
    };

    private string? Complaint(ConfirmationResult verdict) => verdict switch
    {
        ConfirmationResult.Confirmed => null,
        ConfirmationResult.Refused => texts.RefusedByServer,
        ConfirmationResult.NotSent notSent => texts.CannotConnect(notSent.Why, options.Server),
        ConfirmationResult.Unanswered => texts.Unanswered,
        ConfirmationResult.Interrupted => texts.Interrupted,
        _ => throw new ArgumentOutOfRangeException(nameof(verdict)),
    };

    private async Task<ExitCode> ReportAsync(string message, ExitCode code)
    {
        await console.ReportAsync(message);
        return code;
    }
}
