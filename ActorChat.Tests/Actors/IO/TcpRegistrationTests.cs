using Xunit;
using Xunit.Abstractions;

namespace ActorChat.Tests.Actors.IO;

public class TcpRegistrationTests(ITestOutputHelper output) : TcpSpec(output, "akka.io.tcp.register-timeout = 100ms")
{
    [Fact]
    public async Task A_connection_that_nobody_registers_for_is_closed()
    {
        var (link, _) = await OpenUnregistered();
        Watch(link.Connection);
        await link.Peer.AwaitEnd().WaitAsync(Patience);
        ExpectTerminated(link.Connection);
    }

    [Fact]
    public async Task A_registered_connection_outlives_the_time_to_register()
    {
        var (handler, _, peer) = await Open();
        handler.ExpectNoMsg(TimeSpan.FromMilliseconds(300));
        await peer.Send("still here");
        Assert.Equal("still here", Received(handler, 10));
    }
}
