using ActorChat.Client.Consoles;
using ActorChat.Client.Net;
using ActorChat.Client.Resources;

namespace ActorChat.Client.Chat;

/// <summary>One connection to the chat, from the question for the nickname to the end: lets both ways run, and judges how it ended.</summary>
internal sealed class ConnectedSession
{
    private readonly Connection _connection;
    private readonly GracefulShutdown _departure;
    private readonly HandshakeState _admission = new();
    private readonly InputCheck _check;
    private readonly ReceiveLoop _downlink;
    private readonly SendLoop _uplink;

    /// <param name="connection">Just made; the caller disposes it.</param>
    /// <param name="console">Where the user is.</param>
    /// <param name="texts">The language.</param>
    /// <param name="departure">The user's wish to leave.</param>
    /// <param name="names">Which nickname to come in with.</param>
    /// <param name="lastWords">What the server said last before it ended the connection before; null: nothing.</param>
    /// <param name="pace">How fast lines are sent; for this connection alone.</param>
    /// <param name="clock">Times attempts and lines.</param>
    /// <param name="onAdmitted">Called when the nickname is ours.</param>
    public ConnectedSession(
        Connection connection, IChatConsole console, Texts texts, GracefulShutdown departure, NicknameCandidates names, string? lastWords, SendRateLimiter pace,
        TimeProvider clock, Func<string, Task> onAdmitted)
    {
        (_connection, _departure, Outbox, _check) = (connection, departure, new Outbox(clock), new InputCheck(console, texts));
        _downlink = new ReceiveLoop(connection, _admission, Outbox, lastWords, console, texts, clock);
        var doorway = new NicknameHandshake(connection, _admission, _check, console, texts, names.Known, names.Offer, names.IsReturn, clock);
        _uplink = new SendLoop(connection, doorway, _check, Outbox, pace, console, texts, departure, clock, onAdmitted);
    }

    /// <summary>What was sent; some of it may not have arrived.</summary>
    public Outbox Outbox { get; }

    /// <summary>What the server has said last; null: nothing.</summary>
    public string? LastWords => _downlink.LastWords;

    /// <summary>Whether a line of the input could not be sent as it was given.</summary>
    public bool HasRefusedInput => _check.HasRefused;

    /// <summary>Whether the nickname was ours.</summary>
    public bool WasAdmitted => _admission.IsAdmitted;

    /// <summary>Runs until the connection ends.</summary>
    /// <exception cref="ConsoleException">Standard input or output failed.</exception>
    /// <exception cref="OperationCanceledException">The user does not want to wait for the end.</exception>
    public async Task<SessionOutcome> RunAsync()
    {
        await RunBothAsync();
        if (_uplink.QuitSent || _departure.Asked.IsCancellationRequested)
            return SessionOutcome.Wished;
        if (_admission.WasRefused && !_admission.IsAdmitted)
            return SessionOutcome.Refused;
        if (_connection.End is not ConnectionEnd.Closed)
            return SessionOutcome.Lost;
        return _uplink.Finished && !_downlink.WasDisconnected ? SessionOutcome.Wished : SessionOutcome.Closed;
    }

    // The server ends a session: the downlink's end is the end. The uplink may end long before, or never (nobody types).
    private async Task RunBothAsync()
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(_departure.Forced);
        var showing = _downlink.RunAsync(over.Token);
        var sending = _uplink.RunAsync(over.Token);
        try
        {
            // Only a failure of the uplink is awaited here: it ends the session.
            if (await Task.WhenAny(showing, sending) == sending)
                await sending;
            await showing;
        }
        finally
        {
            await over.CancelAsync();
            await Task.WhenAll(showing, sending).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
