using Akka.Actor;

namespace ActorChat.Benchmarks.Micro.Mailbox;

/// <summary>The one message that a benchmark sends again and again, so that what is measured is the runtime and no allocation of ours.</summary>
/// <param name="each">How often each receiver gets it.</param>
/// <param name="receivers">To whom it is sent.</param>
internal sealed class Round(int each, IReadOnlyList<IActorRef> receivers)
{
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _left = receivers.Count;

    /// <summary>How often each receiver gets it.</summary>
    public int Each => each;

    /// <summary>To whom it is sent.</summary>
    public IReadOnlyList<IActorRef> Receivers => receivers;

    /// <summary>Ends when every receiver has got all.</summary>
    public Task Done => _done.Task;

    /// <summary>A receiver has got all.</summary>
    public void OneDone()
    {
        if (Interlocked.Decrement(ref _left) == 0)
            _done.TrySetResult();
    }
}
