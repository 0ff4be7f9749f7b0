using ActorChat.Client;
using ActorChat.Tests.Client.Support;
using Xunit;

namespace ActorChat.Tests.Client;

public class GracefulShutdownTests
{
    [Fact]
    public void The_first_request_asks_and_the_second_one_forces()
    {
        using var departure = new GracefulShutdown(TimeSpan.FromDays(1), TimeProvider.System);
        Assert.False(departure.Asked.IsCancellationRequested);

        departure.Request();
        Assert.True(departure.Asked.IsCancellationRequested);
        Assert.False(departure.Forced.IsCancellationRequested);

        departure.Request();
        Assert.True(departure.Forced.IsCancellationRequested);
    }

    [Fact]
    public void A_request_after_the_end_means_nothing_any_more()
    {
        var departure = new GracefulShutdown(TimeSpan.FromDays(1), TimeProvider.System);
        departure.Dispose();
        departure.Request();
        departure.Request();
    }

    [Fact]
    public async Task Patience_ends_without_a_second_request()
    {
        using var departure = new GracefulShutdown(TimeSpan.FromMilliseconds(1), TimeProvider.System);
        var forced = new TaskCompletionSource();
        using var registration = departure.Forced.Register(forced.SetResult);

        departure.Request();

        await forced.Task.WaitAsync(Patience.Limit);
        Assert.True(departure.Asked.IsCancellationRequested);
    }
}
