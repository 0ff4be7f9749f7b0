using Akka.Actor;

namespace Akka.TestKit.Internal;

/// <summary>The actor behind a test kit: passes on what it receives to the test, and watches for it.</summary>
internal sealed class InternalTestActor(ReceivedMessages messages) : ActorBase
{
    private Func<object, bool>? _ignores;

    protected override bool Receive(object message)
    {
        if (message is Order order)
            order.CarryOut(this);
        else if (_ignores?.Invoke(message) != true)
            messages.Add(new ReceivedEnvelope(message, Sender));
        return true;
    }

    /// <summary>Something that the test wants the actor to do; the test waits until it is done, so that what it does next comes after.</summary>
    internal abstract class Order : INoSerializationVerificationNeeded
    {
        private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Done => _done.Task;

        public void CarryOut(InternalTestActor actor)
        {
            try
            {
                Act(actor);
                _done.SetResult();
            }
            catch (InvalidOperationException refused)
            {
                // The test asked for something impossible (watch twice in different ways): it is the test that has to learn it.
                _done.SetException(refused);
            }
        }

        protected abstract void Act(InternalTestActor actor);
    }

    internal sealed class Watch(IActorRef subject) : Order
    {
        protected override void Act(InternalTestActor actor) => Context.Watch(subject);
    }

    internal sealed class Unwatch(IActorRef subject) : Order
    {
        protected override void Act(InternalTestActor actor) => Context.Unwatch(subject);
    }

    internal sealed class Ignore(Func<object, bool>? ignores) : Order
    {
        protected override void Act(InternalTestActor actor) => actor._ignores = ignores;
    }
}
