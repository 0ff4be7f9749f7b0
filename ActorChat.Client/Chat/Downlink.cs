using ActorChat.Client.Net;
using ActorChat.Client.Output;
using ActorChat.Client.Rendering;

namespace ActorChat.Client.Chat;

/// <summary>The way from the server to the screen: everything is shown as it comes, once it is safe.</summary>
internal sealed class Downlink(Connection connection, IOutput output)
{
    private readonly TaskCompletionSource _prompted = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the server asks for something for the first time: the nickname.</summary>
    public Task Prompted => _prompted.Task;

    /// <summary>Shows what arrives until the connection ends.</summary>
    /// <exception cref="ConsoleException">The output cannot be written.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var filter = new TerminalFilter();
        var prompts = new PromptDetector();
        await foreach (var chunk in connection.ReadAllAsync(cancellation))
        {
            var text = filter.Filter(chunk.Span);
            await output.WriteAsync(text, cancellation);
            if (prompts.Observe(text))
                _prompted.TrySetResult();
        }

        await output.WriteAsync(filter.Finish(), cancellation);
    }
}
