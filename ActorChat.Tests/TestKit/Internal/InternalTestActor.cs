using Akka.Actor;

namespace Akka.TestKit.Internal;

/// <summary>The actor behind a test kit: passes on what it receives to the test, and watches for it.</summary>
internal sealed class InternalTestActor(ReceivedMessages messages) : ActorBase
{
    private readonly SupervisionOfEach _supervision = new();
    private Func<object, bool>? _ignores;
    private AutoPilot? _pilot;

    protected override bool Receive(object message)
    {
        if (message is Order order)
        {
            order.CarryOut(this);
            return true;
        }

        Steer(message);
        if (_ignores?.Invoke(message) != true)
            messages.Add(new ReceivedEnvelope(message, Sender));
        return true;
    }

    protected override SupervisorStrategy SupervisorStrategy() => _supervision;

    private void Steer(object message)
    {
        if (_pilot?.Run(Sender, message) is { } next and not KeepRunning)
            _pilot = next;
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
            catch (Exception refused)
            {
                // The test asked for something impossible (a name twice, a watch in two ways): it is the test that has to learn it.
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

    internal sealed class Spawn(Props props, string? name, SupervisorStrategy strategy) : Order
    {
        public IActorRef Child { get; private set; } = ActorRefs.Nobody;

        protected override void Act(InternalTestActor actor)
        {
            Child = Context.ActorOf(props, name);
            actor._supervision.Add(Child, strategy);
        }
    }

    internal sealed class Pilot(AutoPilot pilot) : Order
    {
        protected override void Act(InternalTestActor actor) => actor._pilot = pilot;
    }

    internal sealed class Ignore(Func<object, bool>? ignores) : Order
    {
        protected override void Act(InternalTestActor actor) => actor._ignores = ignores;
    }
}
