using ActorChat.Client;

namespace ActorChat.Tests.Client;

public class GracefulShutdownTests
{
    [Fact]
    public void The_first_request_asks_and_the_second_one_forces()
    {
        using var shutdown = new GracefulShutdown(TimeSpan.FromDays(1), TimeProvider.System);
        Assert.False(shutdown.Asked.IsCancellationRequested);

        shutdown.Request();
        Assert.True(shutdown.Asked.IsCancellationRequested);
        Assert.False(shutdown.Forced.IsCancellationRequested);

        shutdown.Request();
        Assert.True(shutdown.Forced.IsCancellationRequested);
    }

    [Fact]
    public void A_request_after_the_end_means_nothing_any_more()
    {
        var shutdown = new GracefulShutdown(TimeSpan.FromDays(1), TimeProvider.System);
        shutdown.Dispose();
        shutdown.Request();
        shutdown.Request();
    }

    [Fact]
    public async Task The_timeout_forces_the_end_without_a_second_request()
    {
        using var shutdown = new GracefulShutdown(TimeSpan.FromMilliseconds(1), TimeProvider.System);
        var forced = new TaskCompletionSource();
        using var registration = shutdown.Forced.Register(forced.SetResult);

        shutdown.Request();

        await forced.Task.WaitAsync(TestTimeout.Limit);
        Assert.True(shutdown.Asked.IsCancellationRequested);
    }
}
