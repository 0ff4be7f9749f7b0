using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Dispatch.SysMsg;
using Akka.IO;

namespace ActorChat.Tests.Internals.Exploration;

/// <summary>A handler without an actor: notes what it is told, at once, in order.</summary>
internal sealed class RecordingHandler(ActorPath path, InternalActorRef parent) : InternalActorRef
{
    private readonly ConcurrentQueue<object> _told = new();
    private readonly TaskCompletionSource _terminated = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _terminations;
    private volatile bool _readsOn;

    public override ActorPath Path => path;

    public override InternalActorRef Parent => parent;

    public override bool IsTerminated => false;

    /// <summary>All that it was told.</summary>
    public IReadOnlyCollection<object> Told => _told;

    /// <summary>How often its watch was answered.</summary>
    public int Terminations => Volatile.Read(ref _terminations);

    /// <summary>Completes when the watch is answered, which comes behind all else.</summary>
    public Task Ended => _terminated.Task;

    /// <summary>From now on every read is followed by another one.</summary>
    public void ReadOn() => _readsOn = true;

    public override void Tell(object message, IActorRef? sender)
    {
        _told.Enqueue(message);
        if (message is Tcp.Received && _readsOn)
            ThreadPool.QueueUserWorkItem(static connection => connection.Tell(Tcp.ResumeReading.Instance), sender!, preferLocal: false);
    }

    public override void SendSystemMessage(SystemMessage message)
    {
        if (message is not DeathWatchNotification)
            return;
        Interlocked.Increment(ref _terminations);
        _terminated.TrySetResult();
    }
}
