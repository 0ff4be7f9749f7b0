using ActorChat.Server.Lifecycle;

namespace ActorChat.Tests.Server;

/// <summary>A real store that stops at a certain message until it is let go.</summary>
internal sealed class HeldStore(string at) : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private readonly SemaphoreSlim _reached = new(0);
    private readonly SemaphoreSlim _released = new(0);

    public ServerActorSettings In(ServerActorSettings settings) => settings.WithFailures(message =>
    {
        if (message.Content == at)
        {
            _reached.Release();
            if (!_released.Wait(Limit))
                return new TimeoutException("The test did not let the store go.");
        }

        return null;
    });

    /// <summary>Waits until the message is about to be written.</summary>
    public async Task ReachedAsync()
    {
        if (!await _reached.WaitAsync(Limit))
            throw new TimeoutException($"'{at}' never came.");
    }

    public void LetGo() => _released.Release();

    public void Dispose()
    {
        _reached.Dispose();
        _released.Dispose();
    }
}
