using ActorChat.Client.Consoles;
using ActorChat.Client.Input;
using ActorChat.Client.Net;
using ActorChat.Client.Resources;
using ActorChat.Client.Rooms;

namespace ActorChat.Client.Chat;

/// <summary>Sends the user's lines once the nickname is accepted. The end of the input becomes a half-close.</summary>
internal sealed class SendLoop(
    Connection connection, LineSender sender, NicknameHandshake handshake, InputCheck check, Conversation conversation,
    RememberedPassword password, IChatConsole console, Texts texts, GracefulShutdown shutdown, TimeProvider clock)
{
    // Entering the 50 rooms that a server allows by default takes four seconds at the usual rate.
    private static readonly TimeSpan ReturnTimeout = TimeSpan.FromSeconds(15);

    private readonly PasswordDialog _passwords = new(console, texts);
    private volatile bool _quitSent;
    private volatile bool _finished;

    /// <summary>Whether the user has left. Then the server closes as was wished.</summary>
    public bool QuitSent => _quitSent;

    /// <summary>Whether all of a script's input has been sent.</summary>
    public bool Finished => _finished;

    /// <summary>Runs until the input ends, the user leaves, or the connection takes no more.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        using var reading = CancellationTokenSource.CreateLinkedTokenSource(cancellation, shutdown.Asked);
        string? nick = null;
        try
        {
            nick = await handshake.RunAsync(reading.Token, cancellation);
            if (nick is not null)
            {
                await ReturnAsync(reading.Token);
                await console.SetPromptAsync(new PromptState.Chatting(nick), reading.Token);
                if (!await SendAllAsync(nick, reading.Token, cancellation))
                    return;
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            await QuitAsync(nick, cancellation);
            return;
        }

        await CompleteAsync(nick, cancellation);
    }

    // What is typed before the rooms are entered again waits, as it would go to another one.
    private async Task ReturnAsync(CancellationToken reading)
    {
        try
        {
            await conversation.Returned.WaitAsync(ReturnTimeout, clock, reading);
        }
        catch (TimeoutException)
        {
            await console.ReportAsync(texts.RoomsUnanswered);
            await console.ShowAsync(conversation.TakeHeld(clock.GetLocalNow()), reading);
        }
    }

    private async Task<bool> SendAllAsync(string nick, CancellationToken reading, CancellationToken cancellation)
    {
        while (await console.ReadAsync(reading) is { } line)
        {
            if (!string.IsNullOrWhiteSpace(line.Text))
                await sender.WaitAsync(reading);
            if (!await HandleAsync(line, nick, reading, cancellation))
                return false;
        }

        return true;
    }

    // False when the connection takes no more.
    private async Task<bool> HandleAsync(InputLine line, string nick, CancellationToken reading, CancellationToken cancellation)
    {
        if (await check.PassAsync(line) is not { } text)
            return true;
        if (line.IsMessage)
            return await SendAsync(ChatCommandParser.FormatPost(text), nick, cancellation);

        if (console.IsInteractive && !await ExecuteAsync(text))
            return true;

        var complete = await _passwords.CompleteAsync(text, names: 0, reading);
        if (complete != text)
            await console.SetPromptAsync(new PromptState.Chatting(nick), reading);
        return complete is null || await SendAsync(complete, nick, cancellation);
    }

    // Returns whether the server gets the line, too. It may know commands that look like a mistyped one of ours.
    private async Task<bool> ExecuteAsync(string text)
    {
        var command = ClientCommands.Parse(text);
        if (ClientCommands.Suggest(text, isConnected: true) is { } suggested)
            await console.SayAsync(texts.DidYouMean(suggested));
        if (command is ClientCommand.Older && conversation.AskOlder())
            return false;

        var isOwn = await ClientCommands.TryExecuteAsync(command, console, texts);
        if (command is not ClientCommand.Help)
            return !isOwn;

        await console.SayAsync(texts.ServerCommands);
        return true;
    }

    private async Task<bool> SendAsync(string line, string nick, CancellationToken cancellation)
    {
        var command = ChatCommandParser.Parse(line);
        if (conversation.FindAbsent(command) is { } absent)
        {
            await console.ReportAsync(texts.NotInRoom(absent));
            await console.OfferAsync(line);
            return true;
        }

        // Noted before it is sent: the server may have closed by the time that sending returns.
        _quitSent |= command is ChatCommand.Quit;
        password.Try(command);
        if (!conversation.Send(line, command))
            return true;
        if (!await sender.SendNowAsync(line, cancellation))
            return false;

        if (command is ChatCommand.Post post && !conversation.IsNumbered)
        {
            var (room, said) = conversation.Destination(post);
            await console.ShowAsync([new ConsoleEvent.Sent(clock.GetLocalNow(), nick, room, said)], cancellation);
        }

        return true;
    }

    private async Task QuitAsync(string? nick, CancellationToken cancellation)
    {
        _quitSent = true;

        // Without a nickname nobody is told, and a half-close will do.
        if (nick is null)
            await connection.CompleteSendingAsync();
        else
            await sender.SendNowAsync(ChatCommandParser.QuitVerb, cancellation);
    }

    private async Task CompleteAsync(string? nick, CancellationToken cancellation)
    {
        // A person who ends the input wants to leave. A script wants its answers.
        if (console.IsInteractive)
        {
            shutdown.Request();
            await QuitAsync(nick, cancellation);
            return;
        }

        // Set before the half-close: the server may answer at once by closing.
        _finished = true;
        await connection.CompleteSendingAsync();
    }
}
