using ActorChat.Client.Consoles;
using ActorChat.Client.Net;
using ActorChat.Client.Resources;

namespace ActorChat.Client.Chat;

/// <summary>
/// The way in: answers the server's question for the nickname until it is content, with what is known, then with what the user says.
/// </summary>
/// <param name="connection">Answers are sent over it.</param>
/// <param name="admission">The questions and verdicts.</param>
/// <param name="check">Keeps back what cannot be sent.</param>
/// <param name="console">Where the user can be asked.</param>
/// <param name="texts">The language.</param>
/// <param name="known">The nickname of the command line, or the one that was ours before the connection was lost; null: none.</param>
/// <param name="offer">A nickname to offer to the user; null: none.</param>
/// <param name="isReturn">Whether <paramref name="known"/> was ours: then it may be our own ghost that has it.</param>
/// <param name="clock">Times the pauses between attempts.</param>
internal sealed class NicknameHandshake(
    Connection connection, HandshakeState admission, InputCheck check, IChatConsole console, Texts texts, string? known, string? offer,
    bool isReturn, TimeProvider clock)
{
    // The server notices the loss of the old connection sooner or later. It allows five attempts, and one is left for the user.
    private static readonly TimeSpan[] GhostPauses = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(6)];

    private string? _known = known;
    private string? _last;
    private int _ghostAttempts;

    /// <summary>Comes in.</summary>
    /// <param name="reading">The user leaves, or the connection has ended.</param>
    /// <param name="cancellation">The connection has ended.</param>
    /// <returns>Our nickname; null when there is no answer to give: no more input, or a refusal that nobody can mend.</returns>
    public async Task<string?> RunAsync(CancellationToken reading, CancellationToken cancellation)
    {
        while (true)
        {
            var step = await admission.NextAsync(reading);
            if (step is HandshakeStep.Admitted admitted)
                return admitted.Nick;

            if (await AnswerAsync((HandshakeStep.Asked)step, reading) is not { } nick)
                return null;

            _last = nick;
            admission.Attempt(nick);
            if (!await connection.SendLineAsync(nick, cancellation))
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellation);
        }
    }

    private async Task<string?> AnswerAsync(HandshakeStep.Asked asked, CancellationToken reading)
    {
        // In a script the next line is a message, not another nickname.
        if (admission.WasRefused && !console.IsInteractive)
            return null;

        if (isReturn && asked.IsTaken && _last is not null && _last == _known && _ghostAttempts < GhostPauses.Length)
        {
            await Task.Delay(GhostPauses[_ghostAttempts++], clock, reading);
            return _last;
        }

        if (_last is null && _known is not null)
            return _known;

        _known = null;
        return await AskAsync(asked.Prompt, reading);
    }

    private async Task<string?> AskAsync(string prompt, CancellationToken reading)
    {
        while (true)
        {
            await console.SetPromptAsync(new PromptState.Naming(prompt, _last ?? offer), reading);
            if (await console.ReadAsync(reading) is not { } line)
                return null;

            // What a script's next line says is a message, not another try.
            var answer = await check.PassAsync(line);
            if ((answer is null && !console.IsInteractive) || (console.IsInteractive && QuitCommand.Matches(answer ?? "")))
                return null;
            if (!string.IsNullOrWhiteSpace(answer) && !(console.IsInteractive && await ObeyAsync(answer)))
                return answer;
        }
    }

    // Whether it was a command of the client's own, which no server would take for a nickname.
    private async Task<bool> ObeyAsync(string answer)
    {
        switch (ClientCommands.Parse(answer))
        {
            case ClientCommand.Help:
                await console.SayAsync(texts.ClientHelp);
                return true;
            case ClientCommand.Clear:
                await console.ClearAsync();
                return true;
            case ClientCommand.Reconnect:
                await console.SayAsync(texts.AlreadyConnected);
                return true;
            default:
                return false;
        }
    }
}
