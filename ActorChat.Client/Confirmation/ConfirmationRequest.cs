using ActorChat.Client.Consoles;
using ActorChat.Client.Net;
using ActorChat.Client.Resources;

namespace ActorChat.Client.Confirmation;

/// <summary>What became of one message.</summary>
internal abstract record ConfirmationResult
{
    private ConfirmationResult() { }

    /// <summary>The server has stored it.</summary>
    public sealed record Confirmed : ConfirmationResult;

    /// <summary>The server has not stored it; its answer, already shown, says why.</summary>
    public sealed record Refused : ConfirmationResult;

    /// <summary>The server had no answer of its storage in time: it may have stored the message or not.</summary>
    public sealed record TimedOut : ConfirmationResult;

    /// <summary>It was not sent, as there was no connection.</summary>
    public sealed record NotSent(ConnectFailure Why) : ConfirmationResult;

    /// <summary>The connection ended without a whole answer: the server may have the message or not.</summary>
    public sealed record Unanswered : ConfirmationResult;

    /// <summary>The user left before the answer came: the server may have the message or not.</summary>
    public sealed record Interrupted : ConfirmationResult;
}

/// <summary>One message and its answer, over a connection of their own, as the confirmation port wants it.</summary>
internal sealed class ConfirmationRequest(ServerConnector connector, Texts texts, IChatConsole console, TimeProvider clock)
{
    /// <summary>The first line of the last answer; null: there was none.</summary>
    public string? LastAnswer { get; private set; }

    /// <summary>Sends <paramref name="message"/> and shows the answer as it arrives.</summary>
    /// <exception cref="ConsoleException">The output cannot be written.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled: nothing is known.</exception>
    public async Task<ConfirmationResult> RunAsync(string message, CancellationToken cancellation)
    {
        LastAnswer = null;
        var (connection, why) = await connector.ConnectAsync(cancellation);
        return connection is null ? new ConfirmationResult.NotSent(why) : await RunAsync(connection, message, cancellation);
    }

    private async Task<ConfirmationResult> RunAsync(Connection connection, string message, CancellationToken cancellation)
    {
        using (connection)
        {
            var answer = new Answer(new LineSplitter(console.MaxLineCharacters, texts.LineCut));
            var answered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

            // Sends and receives at once: a server may refuse a long message before it has read it all.
            using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            var sending = SendAsync(connection, message, answered.Task, over.Token);
            try
            {
                await ReceiveAsync(connection, answer, answered, cancellation);
            }
            finally
            {
                await over.CancelAsync();
                await sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            LastAnswer = answer.Text;
            return answer.ResultAt(connection.End);
        }
    }

    // Half-closes after the answer: a server may take it for a wish to leave, and one that waits for it must not wait for ever.
    private static async Task SendAsync(Connection connection, string message, Task answered, CancellationToken cancellation)
    {
        if (!await connection.SendLineAsync(message, cancellation))
            return;

        await answered.WaitAsync(cancellation);
        await connection.CompleteSendingAsync();
    }

    private async Task ReceiveAsync(Connection connection, Answer answer, TaskCompletionSource answered, CancellationToken cancellation)
    {
        await foreach (var chunk in connection.ReadAllAsync(cancellation))
        {
            await ShowAsync(answer.Add(chunk.Span), cancellation);
            if (answer.IsWhole)
                answered.TrySetResult();
        }

        await ShowAsync(answer.Finish(), cancellation);
    }

    private async Task ShowAsync(IReadOnlyList<string> lines, CancellationToken cancellation)
    {
        var now = clock.GetLocalNow();
        if (lines.Count > 0)
            await console.ShowAsync([.. lines.Select(line => new ConsoleEvent.Answered(now, line))], cancellation);
    }
}
