using System.Net;
using System.Net.Sockets;
using Akka.Actor;
using Akka.IO;
using Xunit;
using Xunit.Abstractions;

namespace ActorChat.Tests.Actors.IO;

public class TcpListenerTests(ITestOutputHelper output) : TcpSpec(output)
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(100);

    [Fact]
    public void Whoever_listens_on_port_0_is_told_the_real_one()
    {
        var (_, address) = Listen(TestActor);
        Assert.NotEqual(0, address.Port);
        Assert.Equal(IPAddress.Loopback, address.Address);
    }

    [Fact]
    public void A_port_in_use_is_refused_with_the_reason()
    {
        var (_, address) = Listen(TestActor);
        var bind = new Tcp.Bind(TestActor, address);
        Sys.Tcp().Tell(bind, TestActor);
        var failed = ExpectMsg<Tcp.CommandFailed>();
        Assert.Same(bind, failed.Cmd);
        Assert.Equal(SocketError.AddressAlreadyInUse, Assert.IsAssignableFrom<SocketException>(failed.Cause.Value).SocketErrorCode);
    }

    [Fact]
    public async Task In_pull_mode_nobody_is_accepted_before_the_handler_asks()
    {
        var (listener, address) = Listen(TestActor, pullMode: true);
        await Connect(address);
        ExpectNoMsg(Moment);
        listener.Tell(new Tcp.ResumeAccepting(1), TestActor);
        ExpectMsg<Tcp.Connected>();
    }

    [Fact]
    public async Task After_unbinding_nobody_can_connect()
    {
        var (listener, address) = Listen(TestActor);
        Watch(listener);
        listener.Tell(Tcp.Unbind.Instance, TestActor);
        ExpectMsg<Tcp.Unbound>();
        ExpectTerminated(listener);
        await Assert.ThrowsAsync<SocketException>(() => Connect(address));
    }

    [Fact]
    public void A_port_can_be_used_again_after_unbinding()
    {
        var (listener, address) = Listen(TestActor);
        Watch(listener);
        listener.Tell(Tcp.Unbind.Instance, TestActor);
        ExpectMsg<Tcp.Unbound>();
        ExpectTerminated(listener);
        Sys.Tcp().Tell(new Tcp.Bind(TestActor, address), TestActor);
        ExpectMsg<Tcp.Bound>();
    }

    [Fact]
    public void An_address_of_somebody_else_is_refused_with_the_reason()
    {
        // 192.0.2.0/24 is for documentation: no machine has it.
        Sys.Tcp().Tell(new Tcp.Bind(TestActor, new IPEndPoint(IPAddress.Parse("192.0.2.1"), 0)), TestActor);
        var failed = ExpectMsg<Tcp.CommandFailed>();
        Assert.Equal(SocketError.AddressNotAvailable, Assert.IsAssignableFrom<SocketException>(failed.Cause.Value).SocketErrorCode);
    }

    [Fact]
    [Trait("Upstream", "differs: a socket that cannot be made fails the listener, and nobody is answered")]
    public void An_address_of_no_known_family_is_refused()
    {
        Sys.Tcp().Tell(new Tcp.Bind(TestActor, new DnsEndPoint("localhost", 0, AddressFamily.Unspecified)), TestActor);
        ExpectMsg<Tcp.CommandFailed>();
    }

    [Fact]
    public async Task A_connection_is_told_with_both_addresses_and_by_itself()
    {
        var (listener, address) = Listen(TestActor);
        var peer = await Connect(address);
        var connected = ExpectMsg<Tcp.Connected>();
        Assert.Equal(peer.LocalAddress, connected.RemoteAddress);
        Assert.Equal(address, connected.LocalAddress);
        Assert.NotEqual(listener, LastSender);
    }

    [Fact]
    public void A_listener_ends_with_its_handler()
    {
        var handler = Sys.ActorOf(Props.Create<Echo>());
        var (listener, _) = Listen(handler);
        Watch(listener);
        Sys.Stop(handler);
        ExpectTerminated(listener);
    }
}
