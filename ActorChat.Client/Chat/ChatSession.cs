using System.Globalization;
using ActorChat.Client.Arguments;
using ActorChat.Client.Consoles;
using ActorChat.Client.Net;
using ActorChat.Client.Resources;
using ActorChat.Client.Rooms;
using ActorChat.Client.State;

namespace ActorChat.Client.Chat;

/// <summary>A user's chat: one connection after the other for a person, a single one for a script, which reads the exit code.</summary>
internal sealed class ChatSession(
    ClientOptions options, ServerConnector connector, Texts texts, IChatConsole console, GracefulShutdown shutdown, RememberedNickname remembered,
    TimeProvider clock)
{
    // A connection that lasted this long was good: the next loss starts the pauses over.
    private static readonly TimeSpan GoodConnection = TimeSpan.FromSeconds(30);

    private readonly Backoff _backoff = new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60));
    private readonly Conversation _conversation = new(console.IsInteractive);
    private readonly RememberedPassword _password = new();
    private NicknameCandidates? _answer;
    private string? _nick;
    private string? _lastLine;
    private DateTimeOffset? _lostAt;

    /// <summary>Runs from the first connection to the last.</summary>
    /// <exception cref="ConsoleException">Standard input or output failed.</exception>
    public async Task<ExitCode> RunAsync()
    {
        try
        {
            ExitCode? code = null;
            while (code is null)
            {
                var (connection, why) = await connector.ConnectAsync(shutdown.Asked);
                code = connection is null
                    ? await console.ReportAsync(texts.CannotConnect(why, options.Server), ExitCode.CannotConnect)
                    : await RunAsync(connection);
            }

            return code.Value;
        }
        catch (OperationCanceledException) when (shutdown.Asked.IsCancellationRequested)
        {
            return ExitCode.Done;
        }
    }

    // Null: the person, who has no nickname yet, has typed one only after the server had closed.
    private async Task<ExitCode?> RunAsync(Connection first)
    {
        var outcome = SessionOutcome.Lost;
        for (var connection = first; connection is not null; connection = await ReconnectAsync(outcome))
        {
            using (connection)
            {
                var began = clock.GetTimestamp();
                var limiter = new SendRateLimiter(options.LinesPerSecond);
                using var session = new ConnectedSession(
                    connection, console, texts, shutdown, TakeCandidates(), _lastLine, _conversation, _password, limiter, clock,
                    OnAdmittedAsync);
                outcome = await session.RunAsync();
                _lastLine = session.LastLine;
                if (outcome is SessionOutcome.Unnamed)
                {
                    await console.SayAsync(texts.NicknameLater);
                    if (await session.FinishQuestionAsync() is not { } answer)
                        return ExitCode.Done;
                    _answer = answer;
                    if (_nick is null)
                        return null;
                    continue;
                }

                if (End(outcome, session.HasRefusedInput) is { } code)
                    return await code;
                await ReportLossAsync(outcome, session);
                if (clock.GetElapsedTime(began) >= GoodConnection)
                    _backoff.Reset();
            }
        }

        return ExitCode.Done;
    }

    private NicknameCandidates TakeCandidates()
    {
        var answer = _answer;
        _answer = null;
        if (answer is not null)
            return answer;
        return _nick is null
            ? new NicknameCandidates(options.Nick, console.IsInteractive ? remembered.Load() : null, IsReturn: false)
            : new NicknameCandidates(_nick, _nick, IsReturn: true);
    }

    // Null: reconnect, as a person who was in the chat wants to be there again; one who was displaced or put out, when told to.
    private Task<ExitCode>? End(SessionOutcome outcome, bool hasRefusedInput) => outcome switch
    {
        SessionOutcome.Wished => Task.FromResult(hasRefusedInput && !console.IsInteractive ? ExitCode.InputRefused : ExitCode.Done),
        _ when console.IsInteractive && _nick is not null => null,
        SessionOutcome.PutOut => console.ReportAsync(texts.PutOutForGood(options.Server), ExitCode.PutOut),
        SessionOutcome.Refused => console.ReportAsync(texts.NicknameRefused, ExitCode.NicknameRefused),
        SessionOutcome.Closed or SessionOutcome.Displaced => console.ReportAsync(texts.ServerClosed(options.Server), ExitCode.ConnectionLost),
        _ => console.ReportAsync(texts.ConnectionLost(options.Server), ExitCode.ConnectionLost),
    };

    private async Task OnAdmittedAsync(string nick)
    {
        if (console.IsInteractive)
            remembered.Save(nick);
        _nick = nick;
        if (_lostAt is not { } lost)
            return;

        _lostAt = null;
        await console.SayAsync(
            _conversation.IsNumbered ? texts.BackAgain(nick) : texts.BackWithGap(nick, Format(lost), Format(clock.GetLocalNow())));
    }

    private async Task ReportLossAsync(SessionOutcome outcome, ConnectedSession session)
    {
        await console.SetPromptAsync(new PromptState.Away(_nick!, IsForPerson(outcome)), shutdown.Forced);

        // Once: a server that is seen for a moment and lost again is still the same loss.
        if (_lostAt is not null && !session.WasAdmitted)
            return;

        _lostAt ??= clock.GetLocalNow();
        await console.SayAsync(outcome switch
        {
            SessionOutcome.PutOut => texts.PutOut,
            SessionOutcome.Displaced => texts.NotTryingAgain,
            SessionOutcome.Closed => texts.ClosedTryingAgain(console.HasKeys),
            _ => texts.LostTryingAgain(console.HasKeys),
        });
        foreach (var lost in _conversation.TakeLostPrivate())
            await console.ReportAsync(texts.ArrivalUnknown(Excerpt.Truncate(lost.Line)));
    }

    private Task<Connection?> ReconnectAsync(SessionOutcome outcome) =>
        new ReconnectLoop(connector, console, texts, shutdown, clock).RunAsync(_backoff, _nick!, IsForPerson(outcome));

    // Two clients of one person would displace each other without end, and who was put out is not wanted.
    private static bool IsForPerson(SessionOutcome outcome) => outcome is SessionOutcome.Displaced or SessionOutcome.PutOut;

    private static string Format(DateTimeOffset time) => time.ToString("HH:mm:ss", CultureInfo.InvariantCulture);
}
