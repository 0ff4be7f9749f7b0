namespace ActorChat.Tests.Faults.Links;

/// <summary>Something that can be closed for a while.</summary>
internal sealed class Gate
{
    private volatile Task _opening = Task.CompletedTask;

    /// <summary>Waits while it is closed.</summary>
    public Task PassAsync() => _opening;

    /// <summary>Closes it for so long.</summary>
    public Task CloseForAsync(TimeSpan time) => _opening = Task.Delay(time);
}
