namespace Akka.Event;

/// <summary>Brings events to those who subscribed to their kind.</summary>
/// <typeparam name="TEvent">The events.</typeparam>
/// <typeparam name="TClassifier">What one subscribes to.</typeparam>
/// <typeparam name="TSubscriber">Who subscribes.</typeparam>
public abstract class EventBus<TEvent, TClassifier, TSubscriber>
{
    /// <summary>For the buses themselves.</summary>
    protected EventBus()
    {
    }

    /// <summary>Subscribes. False when the subscription was there already.</summary>
    public abstract bool Subscribe(TSubscriber subscriber, TClassifier classifier);

    /// <summary>Ends all subscriptions of a subscriber. False when there were none.</summary>
    public abstract bool Unsubscribe(TSubscriber subscriber);

    /// <summary>Ends a subscription. False when it was not there.</summary>
    public abstract bool Unsubscribe(TSubscriber subscriber, TClassifier classifier);

    /// <summary>Brings an event to its subscribers.</summary>
    public abstract void Publish(TEvent @event);
}
