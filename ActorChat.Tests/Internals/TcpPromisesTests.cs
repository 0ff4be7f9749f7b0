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

    private static byte[] Bytes(int count)
    {
        var data = new byte[count];
        new Random(1).NextBytes(data);
        return data;
    }
}
