using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

/// <summary>Waiting for an actor's end outside of actors.</summary>
public static class WatchAsyncSupport
{
    private static long _lastWatcher;

    /// <summary>Completes with true when the actor has stopped, with false when the wait was called off.</summary>
    public static async Task<bool> WatchAsync(this IActorRef target, CancellationToken token = default)
    {
        try
        {
            return await WatchForEnd(target, token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>Completes when the actor has stopped; is cancelled when the wait was called off.</summary>
    internal static async Task<bool> WatchForEnd(IActorRef target, CancellationToken token)
    {
        if (InternalActorRef.Of(target) is not { } actor)
            return true;
        // Watchers are told apart by path and incarnation: two who wait for the same actor need different ones.
        var path = new ChildActorPath(actor.Path, "watcher", Interlocked.Increment(ref _lastWatcher));
        var future = new FutureActorRef<Terminated>(path, actor.Parent);
        using var calledOff = token.UnsafeRegister(state => ((FutureActorRef<Terminated>)state!).Cancel(token), future);
        actor.SendSystemMessage(new Watch(actor, future));
        try
        {
            await future.Answer.ConfigureAwait(false);
            return true;
        }
        finally
        {
            actor.SendSystemMessage(new Unwatch(future));
        }
    }
}
