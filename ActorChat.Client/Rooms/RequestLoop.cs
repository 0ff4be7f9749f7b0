using ActorChat.Client.Chat;
using ActorChat.Client.Consoles;
using ActorChat.Client.Resources;

namespace ActorChat.Client.Rooms;

/// <summary>Sends what the client itself wants to know, and waits for each page, but not for ever.</summary>
internal sealed class RequestLoop(LineSender sender, Conversation conversation, IChatConsole console, Texts texts, TimeProvider clock)
{
    // The server itself gives up after five seconds by default (command-timeout), and says so.
    private static readonly TimeSpan PageTimeout = TimeSpan.FromSeconds(10);

    private readonly RequestQueue _requests = conversation.Requests;

    /// <summary>Runs until the connection takes no more.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var changed = _requests.Changed;
            if (_requests.TakeNext() is not { } request)
                await WaitAsync(changed, cancellation);
            else if (!await sender.SendAsync(request.Line, cancellation))
                return;
        }
    }

    private async Task WaitAsync(Task changed, CancellationToken cancellation)
    {
        var open = _requests.Open;
        try
        {
            await changed.WaitAsync(open is null ? Timeout.InfiniteTimeSpan : PageTimeout, clock, cancellation);
        }
        catch (TimeoutException)
        {
            var wasRefused = _requests.IsRefused;
            await console.ShowAsync(conversation.GiveUp(open!, clock.GetLocalNow()), cancellation);
            if (!wasRefused)
                await console.ReportAsync(texts.HistoryUnanswered);
        }
    }
}
