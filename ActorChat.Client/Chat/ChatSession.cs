using System.Globalization;
using ActorChat.Client.Arguments;
using ActorChat.Client.Consoles;
using ActorChat.Client.Net;
using ActorChat.Client.Rendering;
using ActorChat.Client.Resources;
using ActorChat.Client.State;

namespace ActorChat.Client.Chat;

/// <summary>
/// A user in the chat: one connection after the other for a person, one alone for a script, which is told by the exit code.
/// </summary>
internal sealed class ChatSession(
    ClientOptions options, Texts texts, IChatConsole console, GracefulShutdown departure, RememberedNickname remembered, TimeProvider clock)
{
    // A connection that lasted this long was good: the next loss is another story.
    private static readonly TimeSpan GoodStay = TimeSpan.FromSeconds(30);

    // What was sent so shortly before a loss may still have been on its way.
    private static readonly TimeSpan OnTheWay = TimeSpan.FromSeconds(10);

    private readonly Backoff _backoff = new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60));
    private string? _nick;
    private string? _lastWords;
    private DateTimeOffset? _lostAt;

    /// <summary>Runs from the first connection to the last.</summary>
    /// <exception cref="ConsoleException">Standard input or output failed.</exception>
    public async Task<ExitCode> RunAsync()
    {
        try
        {
            return await Connector.ConnectAsync(options.Server, departure.Asked) switch
            {
                ConnectOutcome.Connected connected => await StayAsync(connected.Connection),
                ConnectOutcome.Failed failed => await ReportAsync(
                    texts.CannotConnect(failed.Why, options.Server), ExitCode.CannotConnect),
                var outcome => throw new InvalidOperationException($"Unknown outcome: {outcome}"),
            };
        }
        catch (OperationCanceledException) when (departure.Asked.IsCancellationRequested)
        {
            return ExitCode.Done;
        }
    }

    private async Task<ExitCode> StayAsync(Connection first)
    {
        for (var connection = first; connection is not null; connection = await ReturnAsync())
        {
            using (connection)
            {
                var began = clock.GetTimestamp();
                var pace = new SendRateLimiter(options.LinesPerSecond);
                var stay = new ConnectedSession(connection, console, texts, departure, Names(), _lastWords, pace, clock, AdmittedAsync);
                var end = await stay.RunAsync();
                _lastWords = stay.LastWords;
                if (Judge(end, stay.HasRefusedInput) is { } code)
                    return await code;

                await TellLossAsync(end, stay);
                if (clock.GetElapsedTime(began) >= GoodStay)
                    _backoff.Reset();
            }
        }

        return ExitCode.Done;
    }

    private NicknameCandidates Names() => _nick is null
        ? new NicknameCandidates(options.Nick, console.IsInteractive ? remembered.Load() : null, IsReturn: false)
        : new NicknameCandidates(_nick, _nick, IsReturn: true);

    // Null: a person who was in the chat wants to be there again.
    private Task<ExitCode>? Judge(SessionOutcome end, bool hasRefusedInput) => end switch
    {
        SessionOutcome.Wished => Task.FromResult(hasRefusedInput && !console.IsInteractive ? ExitCode.InputRefused : ExitCode.Done),
        _ when console.IsInteractive && _nick is not null => null,
        SessionOutcome.Refused => ReportAsync(texts.NicknameRefused, ExitCode.NicknameRefused),
        SessionOutcome.Closed => ReportAsync(texts.ServerClosed(options.Server), ExitCode.ConnectionLost),
        _ => ReportAsync(texts.ConnectionLost(options.Server), ExitCode.ConnectionLost),
    };

    private async Task AdmittedAsync(string nick)
    {
        if (console.IsInteractive)
            remembered.Save(nick);
        _nick = nick;
        if (_lostAt is not { } lost)
            return;

        _lostAt = null;
        await console.SayAsync(texts.BackAgain(nick, Clock(lost), Clock(clock.GetLocalNow())));
    }

    private async Task TellLossAsync(SessionOutcome end, ConnectedSession stay)
    {
        await console.SetPromptAsync(new PromptState.Away(_nick!), departure.Forced);

        // Once: a server that is seen for a moment and lost again is still the same loss.
        if (_lostAt is not null && !stay.WasAdmitted)
            return;

        _lostAt ??= clock.GetLocalNow();
        await console.SayAsync(end is SessionOutcome.Closed ? texts.ClosedTryingAgain(console.HasKeys) : texts.LostTryingAgain(console.HasKeys));

        foreach (var sent in stay.Outbox.Since(OnTheWay))
            await console.SayAsync(texts.PerhapsNotArrived(Excerpt.Truncate(sent)));
    }

    private Task<Connection?> ReturnAsync() => new ReconnectLoop(options.Server, console, texts, departure, clock).RunAsync(_backoff);

    private static string Clock(DateTimeOffset time) => time.ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    private async Task<ExitCode> ReportAsync(string message, ExitCode code)
    {
        await console.ReportAsync(message);
        return code;
    }
}
