using System.Collections.Concurrent;
using Akka.Actor;

namespace Akka.Event;

/// <summary>A bus whose subscribers are actors.</summary>
/// <typeparam name="TEvent">The events.</typeparam>
/// <typeparam name="TClassifier">What one subscribes to.</typeparam>
public abstract class ActorEventBus<TEvent, TClassifier> : EventBus<TEvent, TClassifier, IActorRef>
    where TClassifier : notnull
{
    private readonly Lock _lock = new();
    private readonly ConcurrentDictionary<Type, IActorRef[]> _receivers = new();
    private volatile (IActorRef Subscriber, TClassifier Classifier)[] _subscriptions = [];

    /// <summary>For the buses themselves.</summary>
    protected ActorEventBus()
    {
    }

    /// <inheritdoc/>
    public override bool Subscribe(IActorRef subscriber, TClassifier classifier)
    {
        lock (_lock)
        {
            if (_subscriptions.Any(s => s.Subscriber.Equals(subscriber) && s.Classifier.Equals(classifier)))
                return false;
            _subscriptions = [.. _subscriptions, (subscriber, classifier)];
            _receivers.Clear();
            return true;
        }
    }

    /// <inheritdoc/>
    public override bool Unsubscribe(IActorRef subscriber) => Remove(s => s.Subscriber.Equals(subscriber));

    /// <inheritdoc/>
    public override bool Unsubscribe(IActorRef subscriber, TClassifier classifier) =>
        Remove(s => s.Subscriber.Equals(subscriber) && s.Classifier.Equals(classifier));

    /// <inheritdoc/>
    public override void Publish(TEvent @event)
    {
        ArgumentNullException.ThrowIfNull(@event);
        foreach (var receiver in Receivers(@event.GetType()))
            receiver.Tell(@event, ActorRefs.NoSender);
    }

    /// <summary>Whether a subscription covers events of a type.</summary>
    private protected abstract bool Covers(TClassifier classifier, Type eventType);

    private IActorRef[] Receivers(Type eventType)
    {
        if (_receivers.TryGetValue(eventType, out var known))
            return known;
        lock (_lock)
        {
            var found = _subscriptions.Where(s => Covers(s.Classifier, eventType)).Select(s => s.Subscriber).Distinct().ToArray();
            return _receivers[eventType] = found;
        }
    }

    private bool Remove(Func<(IActorRef Subscriber, TClassifier Classifier), bool> matches)
    {
        lock (_lock)
        {
            var rest = _subscriptions.Where(s => !matches(s)).ToArray();
            var changed = rest.Length < _subscriptions.Length;
            _subscriptions = rest;
            _receivers.Clear();
            return changed;
        }
    }
}
