using ActorChat.Client.Consoles;
using ActorChat.Client.Net;
using ActorChat.Client.Rendering;
using ActorChat.Client.Resources;

namespace ActorChat.Client.Chat;

/// <summary>
/// The time between two connections: tries again, with growing pauses, for as long as the user is patient. What is typed meanwhile is
/// not sent later, when nobody would understand it any more: it stays in the line of input.
/// </summary>
internal sealed class ReconnectLoop(ServerAddress server, IChatConsole console, Texts texts, GracefulShutdown departure, TimeProvider clock)
{
    private volatile TaskCompletionSource _hurry = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Runs until there is a connection.</summary>
    /// <param name="backoff">How long to wait before each attempt.</param>
    /// <returns>The connection; null: the user has left.</returns>
    /// <exception cref="ConsoleException">Standard input or output failed.</exception>
    public async Task<Connection?> RunAsync(Backoff backoff)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(departure.Asked);
        var listening = ListenAsync(over.Token);
        var connecting = ConnectAsync(backoff, over.Token);
        try
        {
            if (await Task.WhenAny(listening, connecting) == listening)
                await listening;
            return await Task.WhenAny(connecting, listening) == connecting ? await connecting : null;
        }
        catch (OperationCanceledException) when (departure.Asked.IsCancellationRequested)
        {
            return null;
        }
        finally
        {
            await over.CancelAsync();
            await Task.WhenAll(listening, connecting).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<Connection?> ConnectAsync(Backoff backoff, CancellationToken cancellation)
    {
        while (true)
        {
            await Task.WhenAny(Task.Delay(backoff.Next(), clock, cancellation), _hurry.Task);
            cancellation.ThrowIfCancellationRequested();
            _hurry = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (await Connector.ConnectAsync(server, cancellation) is ConnectOutcome.Connected connected)
                return connected.Connection;
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

            if (line.IsMessage)
            {
                // Once for however many lines.
                if (!hasToldPaste)
                    await console.SayAsync(texts.PasteCutShort);
                hasToldPaste = true;
                continue;
            }

            switch (ClientCommands.Parse(line.Text ?? ""))
            {
                case ClientCommand.Quit:
                    return;
                case ClientCommand.Reconnect:
                    _hurry.TrySetResult();
                    break;
                case ClientCommand.Clear:
                    await console.ClearAsync();
                    break;
                case ClientCommand.Help:
                    await console.SayAsync(texts.ClientHelp);
                    break;
                case ClientCommand.None when ClientCommands.Suggest(line.Text ?? "", isConnected: false) is { } suggested:
                    await console.SayAsync(texts.DidYouMean(suggested));
                    break;
                case ClientCommand.None when !string.IsNullOrWhiteSpace(line.Text):
                    await console.SayAsync(texts.NotSent(Excerpt.Truncate(line.Text)));
                    break;
            }
        }
    }
}
