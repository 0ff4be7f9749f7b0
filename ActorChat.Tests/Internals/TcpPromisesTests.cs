using System.Net;
using System.Net.Sockets;
using ActorChat.Tests.Actors.IO;
using Akka.IO;
using Xunit;
using Xunit.Abstractions;

namespace ActorChat.Tests.Internals;

/// <summary>What the runtime's TCP promises beyond Akka's.</summary>
public class TcpPromisesTests(ITestOutputHelper output) : TcpSpec(output)
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(100);

    [Fact]
    public async Task A_close_sends_everything_that_was_accepted_before()
    {
        var (handler, connection, peer) = await Open(receiveBuffer: 4096);
        var data = Bytes(12_000_000);
        foreach (var part in data.Chunk(50_000))
            connection.Tell(Tcp.Write.Create(ByteString.FromBytes(part)), handler);
        connection.Tell(Tcp.Close.Instance, handler);
        handler.ExpectNoMsg(Moment);
        Assert.Equal(data, await peer.ReadToEnd().WaitAsync(Patience));
        handler.ExpectMsg<Tcp.Closed>();
    }

    [Fact]
    public async Task A_close_sends_everything_also_when_the_peer_ends_its_side_meanwhile()
    {
        var (handler, connection, peer) = await Open(receiveBuffer: 4096);
        var data = Bytes(12_000_000);
        connection.Tell(Tcp.Write.Create(ByteString.FromBytes(data)), handler);
        connection.Tell(Tcp.Close.Instance, handler);
        peer.EndSending();
        handler.ExpectNoMsg(Moment);
        Assert.Equal(data, await peer.ReadToEnd().WaitAsync(Patience));
        handler.ExpectMsg<Tcp.Closed>();
    }

    [Fact]
    public async Task A_peer_that_ends_its_side_still_gets_everything_that_was_accepted()
    {
        var (handler, connection, peer) = await Open(receiveBuffer: 4096);
        var data = Bytes(12_000_000);
        connection.Tell(Tcp.Write.Create(ByteString.FromBytes(data), new Sent(1)), handler);
        peer.EndSending();
        handler.ExpectNoMsg(Moment);
        Assert.Equal(data, await peer.ReadToEnd().WaitAsync(Patience));
        handler.ExpectMsg<Sent>();
        handler.ExpectMsg<Tcp.PeerClosed>();
    }

    [Fact]
    public async Task Bytes_that_nobody_read_do_not_cost_the_peer_the_last_words()
    {
        var (handler, connection, peer) = await Open(pullMode: true, receiveBuffer: 4096);
        await peer.Send(new string('x', 20_000));
        var data = Bytes(60_000);
        connection.Tell(Tcp.Write.Create(ByteString.FromBytes(data)), handler);
        connection.Tell(Tcp.Close.Instance, handler);
        handler.ExpectMsg<Tcp.Closed>();
        await peer.Send("too late");
        Assert.Equal(data, await peer.ReadToEnd().WaitAsync(Patience));
    }

    [Fact]
    public async Task Suspended_reading_loses_nothing_and_is_not_resumed_by_what_comes()
    {
        var (handler, connection, peer) = await Open();
        await peer.Send("a");
        Assert.Equal("a", Received(handler, 1));
        connection.Tell(Tcp.SuspendReading.Instance, handler);
        await peer.Send("b");
        handler.ExpectNoMsg(Moment);
        await peer.Send("c");
        handler.ExpectNoMsg(Moment);
        connection.Tell(Tcp.ResumeReading.Instance, handler);
        Assert.Equal("bc", Received(handler, 2));
        await peer.Send("d");
        Assert.Equal("d", Received(handler, 1));
    }

    [Fact]
    public async Task A_connection_that_is_read_no_longer_still_notices_a_reset()
    {
        var (handler, connection, peer) = await Open();
        connection.Tell(Tcp.SuspendReading.Instance, handler);
        peer.Reset();
        handler.ExpectMsg<Tcp.ErrorClosed>();
    }

    [Fact]
    public async Task Connections_outlive_their_listener()
    {
        var (link, listener) = await OpenUnregistered();
        link.Connection.Tell(new Tcp.Register(link.Handler), link.Handler);
        Watch(listener);
        listener.Tell(Tcp.Unbind.Instance, TestActor);
        ExpectMsg<Tcp.Unbound>();
        ExpectTerminated(listener);
        await link.Peer.Send("still here");
        Assert.Equal("still here", Received(link.Handler, 10));
    }

    [Fact]
    public async Task A_peer_that_floods_still_gets_an_answer()
    {
        var (handler, connection, peer) = await Open();
        var answer = peer.Read(4);
        var flood = Task.Run(async () =>
        {
            var bytes = new byte[64 * 1024];
            while (!answer.IsCompleted)
                await peer.Send(bytes);
        });
        handler.ExpectMsg<Tcp.Received>();
        connection.Tell(Write("stop"), handler);
        Assert.Equal("stop", await answer.WaitAsync(Patience));
        await flood.WaitAsync(Patience);
    }

    [Fact]
    public async Task A_compound_write_on_an_ended_connection_is_answered_when_a_part_of_it_wants_that()
    {
        var (handler, connection, _) = await Open();
        connection.Tell(Tcp.Close.Instance, handler);
        handler.ExpectMsg<Tcp.Closed>();
        var write = Tcp.WriteCommand.Create(Write("a"), Write("b", new Sent(1)));
        connection.Tell(write, handler);
        Assert.Same(write, handler.ExpectMsg<Tcp.CommandFailed>().Cmd);
    }

    [Fact]
    public async Task A_writer_that_is_not_the_handler_learns_that_its_queued_write_has_failed()
    {
        var (handler, connection, peer) = await Open(receiveBuffer: 4096);
        var write = Tcp.Write.Create(ByteString.FromBytes(Bytes(12_000_000)), new Sent(1));
        connection.Tell(write, TestActor);
        peer.Reset();
        handler.ExpectMsg<Tcp.ErrorClosed>();
        Assert.Same(write, ExpectMsg<Tcp.CommandFailed>().Cmd);
    }

    [Fact]
    public async Task Everybody_who_asks_for_the_end_is_told_it_once()
    {
        var (handler, connection, peer) = await Open(receiveBuffer: 4096);
        var other = CreateTestProbe();
        connection.Tell(Tcp.Write.Create(ByteString.FromBytes(Bytes(12_000_000))), handler);
        connection.Tell(Tcp.Close.Instance, handler);
        connection.Tell(Tcp.Close.Instance, other);
        connection.Tell(Tcp.Close.Instance, other);
        connection.Tell(Tcp.Abort.Instance, TestActor);
        handler.ExpectMsg<Tcp.Aborted>();
        other.ExpectMsg<Tcp.Aborted>();
        ExpectMsg<Tcp.Aborted>();
        handler.ExpectNoMsg(Moment);
        other.ExpectNoMsg(Moment);
        await peer.AwaitEnd().WaitAsync(Patience);
    }

    [Fact]
    public async Task A_confirmed_close_that_nobody_has_registered_for_ends_with_the_peer()
    {
        var (link, _) = await OpenUnregistered(pullMode: true);
        link.Connection.Tell(Tcp.ConfirmedClose.Instance, link.Handler);
        await link.Peer.Send("to nobody");
        link.Peer.EndSending();
        link.Handler.ExpectMsg<Tcp.ConfirmedClosed>();
    }

    [Fact]
    public async Task An_option_that_does_not_fit_costs_a_connection_but_not_the_listener()
    {
        var handler = CreateTestProbe();
        handler.Send(Sys.Tcp(), new Tcp.Bind(handler, new IPEndPoint(IPAddress.Loopback, 0), options: [new FailingOnce()]));
        var bound = handler.ExpectMsg<Tcp.Bound>();
        var first = await Connect(bound.LocalAddress);
        await first.AwaitEnd().WaitAsync(Patience);
        await Connect(bound.LocalAddress);
        handler.ExpectMsg<Tcp.Connected>();
    }

    [Fact]
    public void A_connect_with_an_option_or_a_limit_that_does_not_fit_is_answered()
    {
        using var server = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        server.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        server.Listen();
        Sys.Tcp().Tell(new Tcp.Connect(server.LocalEndPoint!, options: [new FailingOnce()]), TestActor);
        ExpectMsg<Tcp.CommandFailed>();
        Sys.Tcp().Tell(new Tcp.Connect(server.LocalEndPoint!, timeout: TimeSpan.FromSeconds(-5)), TestActor);
        ExpectMsg<Tcp.CommandFailed>();
    }

    private static byte[] Bytes(int count)
    {
        var data = new byte[count];
        new Random(1).NextBytes(data);
        return data;
    }

    private sealed class FailingOnce : Inet.SocketOption
    {
        private int _calls;

        public override void AfterConnect(Socket s)
        {
            if (Interlocked.Increment(ref _calls) == 1)
                throw new InvalidOperationException("asked to");
        }
    }
}
