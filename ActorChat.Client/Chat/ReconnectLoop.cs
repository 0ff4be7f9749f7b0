using ActorChat.Client.Consoles;
using ActorChat.Client.Net;
using ActorChat.Client.Resources;
using ActorChat.Client.Terminal.Editing;

namespace ActorChat.Client.Chat;

/// <summary>Reconnects with growing pauses. Lines typed meanwhile stay in the edit line: sent later, they would make no sense.</summary>
internal sealed class ReconnectLoop(ServerConnector connector, IChatConsole console, Texts texts, GracefulShutdown shutdown, TimeProvider clock)
{
    private volatile TaskCompletionSource _hurry = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Runs until there is a connection; null: the user has left.</summary>
    /// <param name="backoff">The pauses between attempts.</param>
    /// <param name="nick">Who is to come back, for the prompt.</param>
    /// <param name="isWaiting">Whether the user has to ask for the first attempt: two clients of one person would displace each other.</param>
    public async Task<Connection?> RunAsync(Backoff backoff, string nick, bool isWaiting)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(shutdown.Asked);
        var listening = ListenAsync(over.Token);
        var connecting = ConnectAsync(backoff, nick, isWaiting, over.Token);
        try
        {
            if (await Task.WhenAny(listening, connecting) == listening)
                await listening;
            return await Task.WhenAny(connecting, listening) == connecting ? await connecting : null;
        }
        catch (OperationCanceledException) when (shutdown.Asked.IsCancellationRequested)
        {
            return null;
        }
        finally
        {
            await over.CancelAsync();
            await Task.WhenAll(listening, connecting).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<Connection?> ConnectAsync(Backoff backoff, string nick, bool isWaiting, CancellationToken cancellation)
    {
        if (isWaiting)
            await _hurry.Task.WaitAsync(cancellation);
        while (true)
        {
            await Task.WhenAny(Task.Delay(backoff.Next(), clock, cancellation), _hurry.Task);
            cancellation.ThrowIfCancellationRequested();
            _hurry = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var (connection, why) = await connector.ReconnectAsync(cancellation);
            if (connection is not null)
                return connection;

            // To try again would only say the same again: somebody must find out who that is.
            if (why is not ConnectFailure.Untrusted)
                continue;
            await console.SetPromptAsync(new PromptState.Away(nick, IsWaiting: true), cancellation);
            await _hurry.Task.WaitAsync(cancellation);
            await console.SetPromptAsync(new PromptState.Away(nick), cancellation);
        }
    }

    // Ends when the user leaves.
    private async Task ListenAsync(CancellationToken cancellation)
    {
        var hasToldPaste = false;
        while (await console.ReadAsync(cancellation) is { } line)
        {
            if (line.Flaw is { } flaw)
                await console.ReportAsync(texts.LineRefused(line.Number, flaw));

            if (!line.IsMessage)
            {
                if (!await TryExecuteAsync(line.Text ?? ""))
                    return;
                continue;
            }

            // Once for however many lines.
            if (!hasToldPaste)
                await console.SayAsync(texts.PasteCutShort);
            hasToldPaste = true;
        }
    }

    // False when the user leaves.
    private async Task<bool> TryExecuteAsync(string line)
    {
        var command = ClientCommands.Parse(line);
        if (command is ClientCommand.Reconnect)
            _hurry.TrySetResult();
        else if (ClientCommands.Suggest(line, isConnected: false) is { } suggested)
            await console.SayAsync(texts.DidYouMean(suggested));
        else if (command is ClientCommand.None && !string.IsNullOrWhiteSpace(line))
            await console.SayAsync(texts.NotSent(Excerpt.Truncate(History.Reveal(line))));
        else
            await ClientCommands.TryExecuteAsync(command, console, texts);
        return command is not ClientCommand.Quit;
    }
}
