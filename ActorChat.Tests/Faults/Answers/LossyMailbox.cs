using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Dispatch;
using Akka.Dispatch.MessageQueues;
using Config = Akka.Configuration.Config;

namespace ActorChat.Tests.Faults.Answers;

/// <summary>Akka's unbounded mailbox, but it loses what a test wants lost. <c>mailbox-type</c> names it in the settings.</summary>
internal sealed class LossyMailbox(Settings settings, Config config) : MailboxType(settings, config), IProducesMessageQueue<LossyMessageQueue>
{
    /// <summary>The settings that give it to every actor.</summary>
    public static readonly string Hocon =
        $"akka.actor.default-mailbox.mailbox-type = \"{typeof(LossyMailbox).FullName}, {typeof(LossyMailbox).Assembly.GetName().Name}\"";

    public override IMessageQueue Create(IActorRef owner, ActorSystem system) => new LossyMessageQueue(Losses.Of(system.Name));
}

/// <summary>The queue of one actor.</summary>
internal sealed class LossyMessageQueue(Losses losses) : UnboundedMessageQueue, IMessageQueue
{
    void IMessageQueue.Enqueue(IActorRef receiver, Envelope envelope)
    {
        if (!losses.TryLose(receiver, envelope.Message))
            Enqueue(receiver, envelope);
    }
}

/// <summary>What the actors of one system are to lose.</summary>
internal sealed class Losses
{
    private static readonly ConcurrentDictionary<string, Losses> BySystem = new();
    private Loss? _next;

    public static Losses Of(string system) => BySystem.GetOrAdd(system, _ => new Losses());

    /// <summary>Has the next message of this type lost. Completes with its receiver when it is.</summary>
    public Task<IActorRef> LoseNext(Type type)
    {
        var next = new Loss(type, new TaskCompletionSource<IActorRef>(TaskCreationOptions.RunContinuationsAsynchronously));
        Volatile.Write(ref _next, next);
        return next.Receiver.Task;
    }

    /// <summary>True when this message is the one.</summary>
    public bool TryLose(IActorRef receiver, object message)
    {
        var next = Volatile.Read(ref _next);
        if (next?.Type != message.GetType() || Interlocked.CompareExchange(ref _next, null, next) != next)
            return false;
        next.Receiver.SetResult(receiver);
        return true;
    }

    private sealed record Loss(Type Type, TaskCompletionSource<IActorRef> Receiver);
}
