using ActorChat.Client.Consoles;
using ActorChat.Client.Resources;

namespace ActorChat.Client.Chat;

/// <summary>Asks for the passwords of a command that was typed without them, so that they need not be seen.</summary>
internal sealed class PasswordDialog(IChatConsole console, Texts texts)
{
    /// <summary>Completes a line of a person.</summary>
    /// <param name="line">The line as typed.</param>
    /// <param name="names">How many words other than passwords the command has: the nickname, before login.</param>
    /// <param name="reading">Cancelled when the user leaves.</param>
    /// <returns>The line for the server, which is the same where nothing is missing; null: the user has thought better of it.</returns>
    public async Task<string?> CompleteAsync(string line, int names, CancellationToken reading)
    {
        if (ChatCommandParser.Parse(line) is not ChatCommand.Account account || account.Words.Count != names || !console.IsInteractive)
            return line;

        var passwords = account.Action switch
        {
            AccountAction.Register => await AskNewAsync(reading),
            AccountAction.ChangePassword => await AskAsync(texts.AskOldPassword, reading) is { } old && await AskNewAsync(reading) is { } chosen
                ? $"{old} {chosen}"
                : null,
            _ => await AskAsync(texts.AskPassword, reading),
        };
        return passwords is null ? null : $"{line.TrimEnd()} {passwords}";
    }

    // Twice, as nobody sees what is typed.
    private async Task<string?> AskNewAsync(CancellationToken reading)
    {
        while (await AskAsync(texts.AskNewPassword, reading) is { } password)
        {
            if (await AskAsync(texts.AskPasswordAgain, reading) is not { } again)
                return null;
            if (again == password)
                return password;
            await console.SayAsync(texts.PasswordsDiffer);
        }

        return null;
    }

    // The server takes passwords apart at spaces.
    private async Task<string?> AskAsync(string question, CancellationToken reading)
    {
        while (true)
        {
            await console.SetPromptAsync(new PromptState.Password(question, IsOfCommand: true), reading);
            if (await console.ReadAsync(reading) is not { Text.Length: > 0 } typed)
                return null;
            if (!typed.Text.Any(char.IsWhiteSpace))
                return typed.Text;
            await console.SayAsync(texts.PasswordHasSpace);
        }
    }
}
