namespace ActorChat.Tests.Stress;

/// <summary>
/// What was begun and has not come to its end. Completes when nothing is left and nobody will begin more: so that quiet is known,
/// and not guessed from a while in which nothing happened.
/// </summary>
internal sealed class Outstanding
{
    private readonly TaskCompletionSource _quiet = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // One for the source, which may still begin more.
    private long _count = 1;

    /// <summary>How much is under way.</summary>
    public long Count => Volatile.Read(ref _count);

    /// <summary>Completes when all has come to its end.</summary>
    public Task Quiet => _quiet.Task;

    /// <summary>Something begins.</summary>
    public void Begin() => Interlocked.Increment(ref _count);

    /// <summary>Something has ended.</summary>
    public void End()
    {
        if (Interlocked.Decrement(ref _count) == 0)
            _quiet.SetResult();
    }

    /// <summary>Nothing more will begin, but for what things under way begin themselves.</summary>
    public void Seal() => End();
}
