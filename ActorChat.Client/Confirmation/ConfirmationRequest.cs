using ActorChat.Client.Consoles;
using ActorChat.Client.Net;
using ActorChat.Client.Resources;
using ActorChat.Client.Wire;

namespace ActorChat.Client.Confirmation;

/// <summary>One message and its answer, over a connection of their own, as the confirmation port wants it.</summary>
internal sealed class ConfirmationRequest(ServerAddress server, Texts texts, IChatConsole console, TimeProvider clock)
{
    // As in the chat: a person is shown the beginning of an endless line.
    private const int MaxShown = 8 * 1024, MaxCollected = 16 * 1024 * 1024;

    /// <summary>The first line of the last answer; null: there was none.</summary>
    public string? LastAnswer { get; private set; }

    /// <summary>Sends <paramref name="message"/>, shows the answer as it comes, and tells what it means.</summary>
    /// <exception cref="ConsoleException">The output cannot be written.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled: nothing is known.</exception>
    public async Task<ConfirmationResult> RunAsync(string message, CancellationToken cancellation)
    {
        LastAnswer = null;
        return await Connector.ConnectAsync(server, cancellation) switch
        {
            ConnectOutcome.Connected connected => await ConverseAsync(connected.Connection, message, cancellation),
            ConnectOutcome.Failed failed => new ConfirmationResult.NotSent(failed.Why),
            var outcome => throw new InvalidOperationException($"Unknown outcome: {outcome}"),
        };
    }

    private async Task<ConfirmationResult> ConverseAsync(Connection connection, string message, CancellationToken cancellation)
    {
        using (connection)
        {
            var answer = new Answer(new LineSplitter(console.IsInteractive ? MaxShown : MaxCollected, texts.LineCut));
            var answered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

            // Both at once: a server may refuse a long message before it has read it all.
            using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            var sending = SendAsync(connection, message, answered.Task, over.Token);
            try
            {
                await ShowAsync(connection, answer, answered, cancellation);
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

    // The half-close comes after the answer: a server may take it for a wish to leave, and one that waits for it must not wait forever.
    private static async Task SendAsync(Connection connection, string message, Task answered, CancellationToken cancellation)
    {
        if (!await connection.SendLineAsync(message, cancellation))
            return;

        await answered.WaitAsync(cancellation);
        connection.CompleteSending();
    }

    private async Task ShowAsync(Connection connection, Answer answer, TaskCompletionSource answered, CancellationToken cancellation)
    {
        await foreach (var chunk in connection.ReadAllAsync(cancellation))
        {
            await ShowAsync(answer.Take(chunk.Span), cancellation);
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
