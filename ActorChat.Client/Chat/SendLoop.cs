using ActorChat.Client.Consoles;
using ActorChat.Client.Input;
using ActorChat.Client.Net;
using ActorChat.Client.Resources;

namespace ActorChat.Client.Chat;

/// <summary>The way from the user to the server, once inside: each line is sent as it is, and the end of the input as a half-close.</summary>
internal sealed class SendLoop(
    Connection connection, NicknameHandshake doorway, InputCheck check, Outbox outbox, SendRateLimiter pace, IChatConsole console, Texts texts,
    GracefulShutdown departure, TimeProvider clock, Func<string, Task> onAdmitted)
{
    private readonly long _begun = clock.GetTimestamp();

    private volatile bool _quitSent;
    private volatile bool _finished;

    /// <summary>Whether the user has asked for the end; the server's closing is then what was wished.</summary>
    public bool QuitSent => _quitSent;

    /// <summary>Whether everything has been sent that the user had to say.</summary>
    public bool Finished => _finished;

    /// <summary>
    /// Sends until the input ends, the user leaves or the connection takes no more (then the downlink sees why).
    /// </summary>
    /// <param name="cancellation">The connection has ended, or the user does not want to wait.</param>
    /// <exception cref="ConsoleException">The input cannot be read.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        using var reading = CancellationTokenSource.CreateLinkedTokenSource(cancellation, departure.Asked);
        string? nick = null;
        try
        {
            nick = await doorway.RunAsync(reading.Token, cancellation);
            if (nick is not null)
            {
                await console.SetPromptAsync(new PromptState.Chatting(nick), reading.Token);
                await onAdmitted(nick);
                if (!await ForwardAsync(nick, reading.Token, cancellation))
                    return;
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            await SayGoodbyeAsync(nick, cancellation);
            return;
        }

        await CompleteAsync(nick, cancellation);
    }

    private async Task<bool> ForwardAsync(string nick, CancellationToken reading, CancellationToken cancellation)
    {
        while (await console.ReadAsync(reading) is { } line)
        {
            if (!string.IsNullOrWhiteSpace(line.Text) && pace.Next(clock.GetElapsedTime(_begun)) is var wait && wait > TimeSpan.Zero)
                await Task.Delay(wait, clock, reading);
            if (!await TakeAsync(line, nick, cancellation))
                return false;
        }

        return true;
    }

    private async Task<bool> TakeAsync(InputLine line, string nick, CancellationToken cancellation)
    {
        if (await check.PassAsync(line) is not { } text)
            return true;
        if (line.IsMessage)
            return await SendAsync(PublicMessage.Line(text), nick, cancellation);

        var isForServer = !console.IsInteractive || await ObeyAsync(text);
        return !isForServer || await SendAsync(text, nick, cancellation);
    }

    // Whether the line is for the server, too. It may know commands that look like a mistyped one of ours.
    private async Task<bool> ObeyAsync(string text)
    {
        switch (ClientCommands.Parse(text))
        {
            case ClientCommand.Clear:
                await console.ClearAsync();
                return false;
            case ClientCommand.Reconnect:
                await console.SayAsync(texts.AlreadyConnected);
                return false;
            case ClientCommand.Help:
                await console.SayAsync(texts.ClientHelp);
                await console.SayAsync(texts.ServerCommands);
                return true;
            case ClientCommand.None when ClientCommands.Suggest(text, isConnected: true) is { } suggested:
                await console.SayAsync(texts.DidYouMean(suggested));
                return true;
            default:
                return true;
        }
    }

    private async Task<bool> SendAsync(string line, string nick, CancellationToken cancellation)
    {
        // Before it is sent: the server may have closed by the time that sending returns.
        _quitSent |= QuitCommand.Matches(line);
        outbox.Sent(line);
        if (!await connection.SendLineAsync(line, cancellation))
            return false;

        if (PublicMessage.TextOf(line) is { } said)
            await console.ShowAsync([new ConsoleEvent.Sent(clock.GetLocalNow(), nick, said)], cancellation);
        return true;
    }

    private async Task SayGoodbyeAsync(string? nick, CancellationToken cancellation)
    {
        _quitSent = true;

        // Somebody who is not in yet has no command to leave, and is not missed.
        if (nick is null)
            connection.CompleteSending();
        else
            await connection.SendLineAsync(QuitCommand.Text, cancellation);
    }

    private async Task CompleteAsync(string? nick, CancellationToken cancellation)
    {
        // A person at the end of the input wants to leave; a script wants its answers.
        if (console.IsInteractive)
        {
            departure.Request();
            await SayGoodbyeAsync(nick, cancellation);
            return;
        }

        // Before the half-close: the server's answer to it must find the answer to "was that all?".
        _finished = true;
        connection.CompleteSending();
    }
}
