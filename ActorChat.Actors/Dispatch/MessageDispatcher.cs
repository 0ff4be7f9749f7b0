namespace Akka.Dispatch;

/// <summary>Gives threads to mailboxes that hold work.</summary>
public abstract class MessageDispatcher
{
    /// <summary>The throughput where the configuration names none.</summary>
    public const int DefaultThroughput = 100;

    private protected MessageDispatcher(string id, int throughput)
    {
        Id = id;
        Throughput = throughput;
    }

    /// <summary>The path of its settings, for example <c>akka.actor.default-dispatcher</c>.</summary>
    public string Id { get; }

    /// <summary>How many user messages an actor may work on before it gives the thread to the next one.</summary>
    public int Throughput { get; set; }

    /// <summary>Runs the action on a thread of this dispatcher.</summary>
    public void Schedule(Action run) => Execute(new ActionItem(run));

    /// <summary>Runs the work on a thread of this dispatcher.</summary>
    public void Schedule(IRunnable run)
    {
        ArgumentNullException.ThrowIfNull(run);
        Schedule(run.Run);
    }

    /// <summary>Queues a work item; it runs once.</summary>
    internal abstract void Execute(IThreadPoolWorkItem item);

    /// <summary>An actor of this dispatcher has stopped.</summary>
    internal virtual void Detach()
    {
    }

    private sealed class ActionItem(Action action) : IThreadPoolWorkItem
    {
        public void Execute() => action();
    }
}
