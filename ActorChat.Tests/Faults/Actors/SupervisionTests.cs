using ActorChat.Server.Lifecycle;
using Akka.Actor;
using Akka.TestKit.Xunit2;

namespace ActorChat.Tests.Faults.Actors;

public sealed class SupervisionTests : TestKit
{
    [Fact]
    public void The_server_is_told_of_a_part_that_cannot_be_created_whoever_has_it_as_a_child()
    {
        Sys.ActorOf(Props.Create<Parent>(TestActor));
        Assert.IsType<InjectedException>(ExpectMsg<PartBroken>().Cause.GetBaseException());
    }

    private sealed class Parent : ReceiveActor
    {
        private readonly IActorRef _server;

        public Parent(IActorRef server)
        {
            _server = server;
            Context.ActorOf(Props.Create<NeverCreated>());
        }

        protected override SupervisorStrategy SupervisorStrategy() => new ServerSupervision(_server);
    }

    private sealed class NeverCreated : ReceiveActor
    {
        public NeverCreated() => throw new InjectedException("created");
    }
}
