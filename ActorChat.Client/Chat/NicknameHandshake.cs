using ActorChat.Client.Consoles;
using ActorChat.Client.Resources;
using ActorChat.Client.Terminal.Editing;

namespace ActorChat.Client.Chat;

/// <summary>The nicknames known before the server asks.</summary>
/// <param name="Known">Sent without asking the user: that of the command line, or the one held before the connection was lost.</param>
/// <param name="Offer">Offered to the user who is asked; null: nothing.</param>
/// <param name="IsReturn">Whether <paramref name="Known"/> was ours. Then our own lost connection may still hold it.</param>
internal sealed record NicknameCandidates(string? Known, string? Offer, bool IsReturn)
{
    /// <summary>The password that the user has typed for <see cref="Known"/>; null: none.</summary>
    public string? Password { get; init; }

    /// <summary>Keeps the password out of the log.</summary>
    public override string ToString() => nameof(NicknameCandidates);
}

/// <summary>Answers the server's nickname prompts until it accepts one: first with what is known, then with what the user types.</summary>
internal sealed class NicknameHandshake(
    LineSender sender, HandshakeState state, InputCheck check, IChatConsole console, Texts texts, NicknameCandidates candidates,
    RememberedPassword password, TimeProvider clock)
{
    // The server notices the loss of the old connection sooner or later. It allows five attempts, and one is left for the user.
    private static readonly TimeSpan[] GhostPauses = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(6)];

    private readonly PasswordDialog _passwords = new(console, texts);
    private string? _known = candidates.Known;
    private string? _last;
    private string? _knownPassword = candidates.Password ?? (candidates.IsReturn ? password.Value : null);
    private HandshakeStep.Asked? _question;
    private int _ghostAttempts;

    /// <summary>
    /// Returns the accepted nickname; null: there is no more input, or a script's nickname was refused. Only <paramref name="reading"/> is
    /// cancelled when the user leaves.
    /// </summary>
    public async Task<string?> RunAsync(CancellationToken reading, CancellationToken cancellation)
    {
        while (true)
        {
            var step = await state.NextAsync(reading);
            if (step is HandshakeStep.Admitted admitted)
                return admitted.Nick;

            var asked = (HandshakeStep.Asked)step;
            _question = asked;
            if (await (asked.IsPassword ? AnswerPasswordAsync(asked, reading) : AnswerAsync(asked, reading)) is not { } answer)
                return null;
            if (!await sender.SendNowAsync(asked.IsPassword ? NotePassword(answer) : NoteNickname(answer, asked), cancellation))
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellation);
        }
    }

    /// <summary>
    /// Waits for the answer to the question that the connection has not outlived. What was typed of it stays in the line.
    /// </summary>
    /// <returns>How to enter with that answer on the next connection; null: the user leaves.</returns>
    public async Task<NicknameCandidates?> FinishQuestionAsync(CancellationToken reading)
    {
        if (_question is { IsPassword: true })
        {
            if (await console.ReadAsync(reading) is not { } line || await check.PassAsync(line) is not { } typed)
                return null;
            if (typed.Length > 0)
                return candidates with { Known = _last, Password = typed };
        }

        var nick = await AskAsync(_question?.Prompt ?? ServerLineParser.Prompt, reading);
        return nick is null ? null : candidates with { Known = nick, Password = null, IsReturn = candidates.IsReturn && nick == candidates.Known };
    }

    private string NotePassword(string answer)
    {
        state.AttemptPassword();
        password.Try(answer);
        return answer;
    }

    // What is sent: the question for numbers goes before the first nickname, in one write.
    private string NoteNickname(string nick, HandshakeStep.Asked asked)
    {
        var asksNumbers = _last is null && console.WantsNumbers && asked.Prompt == ServerLineParser.Prompt;
        _last = nick;
        password.Try((string?)null);
        password.Try(ChatCommandParser.Parse(nick));
        state.Attempt(nick);
        if (!asksNumbers)
            return nick;

        state.AskNumbers();
        return $"{ChatCommandParser.NumbersLine}\n{nick}";
    }

    private async Task<string?> AnswerPasswordAsync(HandshakeStep.Asked asked, CancellationToken reading)
    {
        if (state.WasRefused && !console.IsInteractive)
            return null;
        if (_knownPassword is { } known)
        {
            _knownPassword = null;
            return known;
        }

        await console.SetPromptAsync(new PromptState.Password(asked.Prompt), reading);
        await console.ShowAsync([new ConsoleEvent.PasswordWanted(clock.GetLocalNow(), asked.Prompt)], reading);
        return await console.ReadAsync(reading) is { } line ? await check.PassAsync(line) : null;
    }

    private async Task<string?> AnswerAsync(HandshakeStep.Asked asked, CancellationToken reading)
    {
        // A script's next line is a message, not another nickname.
        if (state.WasRefused && !console.IsInteractive)
            return null;

        if (candidates.IsReturn && asked.IsTaken && _last is not null && _last == _known && _ghostAttempts < GhostPauses.Length)
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
            var offer = _last is not null && !History.IsSecret(_last) ? _last : candidates.Offer;
            await console.SetPromptAsync(new PromptState.Naming(prompt, offer), reading);
            if (await console.ReadAsync(reading) is not { } line)
                return null;

            var answer = await check.PassAsync(line);
            if (!console.IsInteractive)
            {
                // A script's next line is no second try. Blank lines before the nickname do not count.
                if (answer is null || !string.IsNullOrWhiteSpace(answer))
                    return answer;
                continue;
            }

            var command = ClientCommands.Parse(answer ?? "");
            if (command is ClientCommand.Quit)
                return null;
            if (string.IsNullOrWhiteSpace(answer) || await ClientCommands.TryExecuteAsync(command, console, texts))
                continue;
            if (await _passwords.CompleteAsync(answer, names: 1, reading) is { } complete)
                return complete;
        }
    }
}
