using Akka.Actor;
using Akka.TestKit.Internal;

namespace Akka.TestKit;

/// <content>What the test actor does for the test besides receiving.</content>
public abstract partial class TestKitBase
{
    /// <summary>Messages that fit are not received from now on.</summary>
    public void IgnoreMessages(Func<object, bool> shouldIgnoreMessage) => Order(new InternalTestActor.Ignore(shouldIgnoreMessage));

    /// <summary>Messages of this type that fit are not received from now on.</summary>
    public void IgnoreMessages<TMsg>(Func<TMsg, bool> shouldIgnoreMessage) =>
        IgnoreMessages(message => message is TMsg typed && shouldIgnoreMessage(typed));

    /// <summary>Messages of this type are not received from now on.</summary>
    public void IgnoreMessages<TMsg>() => IgnoreMessages(message => message is TMsg);

    /// <summary>All messages are received again.</summary>
    public void IgnoreNoMessages() => Order(new InternalTestActor.Ignore(null));

    /// <summary>From now on a pilot works on each message before the test receives it.</summary>
    public void SetAutoPilot(AutoPilot pilot)
    {
        ArgumentNullException.ThrowIfNull(pilot);
        Order(new InternalTestActor.Pilot(pilot));
    }

    /// <summary>The test actor watches the actor: its end comes as <see cref="Terminated"/>.</summary>
    public IActorRef Watch(IActorRef actorToWatch)
    {
        Order(new InternalTestActor.Watch(actorToWatch));
        return actorToWatch;
    }

    /// <summary>The test actor watches the actor: its end comes as <see cref="Terminated"/>.</summary>
    public async Task<IActorRef> WatchAsync(IActorRef actorToWatch)
    {
        await OrderAsync(new InternalTestActor.Watch(actorToWatch)).ConfigureAwait(false);
        return actorToWatch;
    }

    /// <summary>The test actor watches the actor no longer.</summary>
    public IActorRef Unwatch(IActorRef actorToUnwatch)
    {
        Order(new InternalTestActor.Unwatch(actorToUnwatch));
        return actorToUnwatch;
    }

    /// <summary>The test actor watches the actor no longer.</summary>
    public async Task<IActorRef> UnwatchAsync(IActorRef actorToUnwatch)
    {
        await OrderAsync(new InternalTestActor.Unwatch(actorToUnwatch)).ConfigureAwait(false);
        return actorToUnwatch;
    }

    private void Order(InternalTestActor.Order order) => OrderAsync(order).GetAwaiter().GetResult();

    private async Task OrderAsync(InternalTestActor.Order order, CancellationToken token = default)
    {
        TestActor.Tell(order, ActorRefs.NoSender);
        await order.Done.WaitAsync(Dilated(TestKitSettings.DefaultTimeout), token).ConfigureAwait(false);
    }
}
