namespace ActorChat.Tests.Storage;

/// <summary>A race: the same on several threads at once.</summary>
internal static class Together
{
    /// <summary>Runs this on so many threads. Each is given its number, and what to call where it is to wait for all the others.</summary>
    public static async Task RunAsync(int count, Action<int, Action> act)
    {
        using var barrier = new Barrier(count);
        await Task.WhenAll(Enumerable.Range(0, count).Select(i => Task.Factory.StartNew(
            () => act(i, Meet), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));

        void Meet() => Assert.True(barrier.SignalAndWait(TestTimeout.Limit));
    }
}
