using Akka.Actor;
using Akka.IO;
using Xunit;
using Xunit.Abstractions;

namespace ActorChat.Tests.Actors.IO;

public class TcpRegistrationTests(ITestOutputHelper output) : TcpSpec(output, "akka.io.tcp.register-timeout = 100ms")
{
    [Fact]
    [Trait("Upstream", "differs: the listener ends with its handler, and its connections with the listener")]
    public async Task A_connection_whose_commander_has_ended_lives_on_with_its_handler()
    {
        var commander = Sys.ActorOf(Props.Create(() => new ForwardingActor(TestActor)));
        var (_, address) = Listen(commander);
        var peer = await Connect(address);
        ExpectMsg<Tcp.Connected>();
        var connection = LastSender;
        connection.Tell(new Tcp.Register(TestActor), TestActor);
        Watch(commander);
        Sys.Stop(commander);
        ExpectTerminated(commander);
        await peer.Send("still here");
        Assert.Equal(10, ExpectMsg<Tcp.Received>().Data.Count);
    }

    [Fact]
    public async Task A_connection_that_nobody_registers_for_is_closed()
    {
        var (link, _) = await OpenUnregistered();
        Watch(link.Connection);
        await link.Peer.AwaitEnd().WaitAsync(Patience);
        ExpectTerminated(link.Connection);
    }

    [Fact]
    public async Task A_connection_that_nobody_registers_for_ends_with_whom_it_was_told_to()
    {
        var handler = Sys.ActorOf(Props.Create<Echo>());
        var (_, address) = Listen(handler);
        var peer = await Connect(address);
        Sys.Stop(handler);
        await peer.AwaitEnd().WaitAsync(Patience);
    }

    [Fact]
    public async Task A_registered_connection_outlives_the_time_to_register()
    {
        var (handler, _, peer) = await Open();
        handler.ExpectNoMsg(TimeSpan.FromMilliseconds(300));
        await peer.Send("still here");
        Assert.Equal("still here", Received(handler, 10));
    }

    private sealed class ForwardingActor(IActorRef to) : UntypedActor
    {
        protected override void OnReceive(object message) => to.Forward(message);
    }
}
