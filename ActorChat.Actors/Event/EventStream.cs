using Akka.Actor;
using Akka.Dispatch.SysMsg;

namespace Akka.Event;

/// <summary>The bus of a system. A subscriber that stops is unsubscribed.</summary>
/// <param name="debug">Whether subscriptions are logged at DEBUG.</param>
public class EventStream(bool debug) : LoggingBus
{
    /// <inheritdoc/>
    public override bool Subscribe(IActorRef subscriber, Type channel)
    {
        var added = base.Subscribe(subscriber, channel);
        if (added && InternalActorRef.Of(subscriber) is { } actor)
            actor.SendSystemMessage(new Watch(actor, new Unsubscriber(this, actor)));
        LogDebug(subscriber, $"subscribing {subscriber} to channel {channel}");
        return added;
    }

    /// <inheritdoc/>
    public override bool Unsubscribe(IActorRef subscriber, Type channel)
    {
        LogDebug(subscriber, $"unsubscribing {subscriber} from channel {channel}");
        return base.Unsubscribe(subscriber, channel);
    }

    /// <inheritdoc/>
    public override bool Unsubscribe(IActorRef subscriber)
    {
        LogDebug(subscriber, $"unsubscribing {subscriber} from all channels");
        return base.Unsubscribe(subscriber);
    }

    private void LogDebug(IActorRef subscriber, string text)
    {
        if (debug)
            Publish(new Debug(subscriber.Path.ToString(), GetType(), text));
    }

    // Watches a subscriber without being an actor.
    private sealed class Unsubscriber(EventStream stream, InternalActorRef subscriber) : MinimalActorRef
    {
        public override ActorPath Path { get; } = subscriber.Path / "unsubscriber";

        public override InternalActorRef Parent => subscriber;

        public override void Tell(object message, IActorRef? sender)
        {
        }

        public override void SendSystemMessage(SystemMessage message)
        {
            if (message is DeathWatchNotification)
                stream.Unsubscribe(subscriber);
        }
    }
}
