using ActorChat.Client.Consoles;
using ActorChat.Client.Net;
using ActorChat.Client.Resources;
using ActorChat.Client.Rooms;

namespace ActorChat.Client.Chat;

/// <summary>How one connection to the chat ended.</summary>
internal enum SessionOutcome
{
    /// <summary>The user left, or a script's input ended and was answered.</summary>
    Wished,

    /// <summary>The server refused the nickname, and nobody gave another.</summary>
    Refused,

    /// <summary>The server closed it unasked.</summary>
    Closed,

    /// <summary>The server closed it, as the owner of the nickname has come in with the password.</summary>
    Displaced,

    /// <summary>The server closed it, as those in charge have put the user out.</summary>
    PutOut,

    /// <summary>The server closed it, as the person had not answered its question for the nickname or the password in time.</summary>
    Unnamed,

    /// <summary>It broke.</summary>
    Lost,
}

/// <summary>One connection to the chat, from the nickname prompt to its end: runs both directions and judges how it ended.</summary>
internal sealed class ConnectedSession : IDisposable
{
    private readonly Connection _connection;
    private readonly GracefulShutdown _shutdown;
    private readonly bool _isPerson;
    private readonly HandshakeState _handshake = new();
    private readonly InputCheck _check;
    private readonly LineSender _sender;
    private readonly NicknameHandshake _naming;
    private readonly RequestLoop _requestLoop;
    private readonly ReceiveLoop _receiveLoop;
    private readonly SendLoop _sendLoop;

    public ConnectedSession(
        Connection connection, IChatConsole console, Texts texts, GracefulShutdown shutdown, NicknameCandidates candidates,
        string? previousLastLine, Conversation conversation, RememberedPassword password,
        SendRateLimiter limiter, TimeProvider clock, Func<string, Task> onAdmitted)
    {
        (_connection, _shutdown, _isPerson, _check) = (connection, shutdown, console.IsInteractive, new InputCheck(console, texts));
        _sender = new LineSender(connection, limiter, clock);
        conversation.Connect();
        _receiveLoop = new ReceiveLoop(connection, _handshake, conversation, password, previousLastLine, console, texts, clock, onAdmitted);
        _requestLoop = new RequestLoop(_sender, conversation, console, texts, clock);
        _naming = new NicknameHandshake(_sender, _handshake, _check, console, texts, candidates, password, clock);
        _sendLoop = new SendLoop(connection, _sender, _naming, _check, conversation, password, console, texts, shutdown, clock);
    }

    /// <summary>The server's last line; null: there was none.</summary>
    public string? LastLine => _receiveLoop.LastLine;

    /// <summary>Whether a line of the input could not be sent as it was given.</summary>
    public bool HasRefusedInput => _check.HasRefused;

    /// <summary>Whether the server accepted a nickname.</summary>
    public bool WasAdmitted => _handshake.IsAdmitted;

    /// <summary>Runs until the connection ends.</summary>
    /// <exception cref="OperationCanceledException">The shutdown was forced.</exception>
    public async Task<SessionOutcome> RunAsync()
    {
        await RunAllAsync();
        if (_sendLoop.QuitSent || _shutdown.Asked.IsCancellationRequested)
            return SessionOutcome.Wished;
        if (_receiveLoop.Reason is ClosingReason.NoNickname && _isPerson)
            return SessionOutcome.Unnamed;
        if (_receiveLoop.Reason is ClosingReason.PutOut)
            return SessionOutcome.PutOut;
        if (_handshake.WasRefused && !_handshake.IsAdmitted)
            return SessionOutcome.Refused;
        if (_receiveLoop.Reason is ClosingReason.Displaced)
            return SessionOutcome.Displaced;
        if (_connection.End is not ConnectionEnd.Closed)
            return SessionOutcome.Lost;
        return _sendLoop.Finished && !_receiveLoop.WasDisconnected ? SessionOutcome.Wished : SessionOutcome.Closed;
    }

    /// <inheritdoc cref="NicknameHandshake.FinishQuestionAsync"/>
    public Task<NicknameCandidates?> FinishQuestionAsync() => _naming.FinishQuestionAsync(_shutdown.Asked);

    public void Dispose() => _sender.Dispose();

    // The server ends a session, so the receive loop decides. The others may end long before, or never (nobody types).
    private async Task RunAllAsync()
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(_shutdown.Forced);
        var receiving = _receiveLoop.RunAsync(over.Token);
        Task[] others = [_sendLoop.RunAsync(over.Token), _requestLoop.RunAsync(over.Token)];
        try
        {
            // Awaits only a failure of the others, which ends the session.
            await foreach (var ended in Task.WhenEach([receiving, .. others]))
            {
                await ended;
                if (ended == receiving)
                    break;
            }
        }
        finally
        {
            await over.CancelAsync();
            await Task.WhenAll([receiving, .. others]).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
