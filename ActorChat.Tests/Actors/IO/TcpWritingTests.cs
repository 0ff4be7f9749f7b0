using Akka.Actor;
using Akka.Event;
using Akka.IO;
using Xunit;
using Xunit.Abstractions;

namespace ActorChat.Tests.Actors.IO;

public class TcpWritingTests(ITestOutputHelper output) : TcpSpec(output)
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(100);

    [Fact]
    public async Task A_peer_gets_what_is_written()
    {
        var (handler, connection, peer) = await Open();
        connection.Tell(Write("hello"), handler);
        Assert.Equal("hello", await peer.Read(5));
    }

    [Fact]
    public async Task Writes_are_acknowledged_in_order_and_only_those_that_want_to_be()
    {
        var (handler, connection, peer) = await Open();
        for (var i = 0; i < 100; i++)
            connection.Tell(i % 3 == 0 ? Write("x") : Write("x", new Sent(i)), handler);
        foreach (var number in Enumerable.Range(0, 100).Where(i => i % 3 != 0))
            Assert.Equal(number, handler.ExpectMsg<Sent>().Number);
        await peer.Read(100);
        handler.ExpectNoMsg(Moment);
    }

    [Fact]
    public async Task A_compound_write_is_its_parts_in_order()
    {
        var (handler, connection, peer) = await Open();
        connection.Tell(Tcp.WriteCommand.Create(Write("one ", new Sent(1)), Write("two "), Write("three", new Sent(3))), handler);
        Assert.Equal("one two three", await peer.Read(13));
        Assert.Equal(1, handler.ExpectMsg<Sent>().Number);
        Assert.Equal(3, handler.ExpectMsg<Sent>().Number);
    }

    [Fact]
    public async Task A_write_of_nothing_is_acknowledged_too()
    {
        var (handler, connection, _) = await Open();
        connection.Tell(Write(string.Empty, new Sent(1)), handler);
        handler.ExpectMsg<Sent>();
    }

    [Fact]
    public async Task Many_small_writes_arrive_in_order_at_a_peer_that_reads_slowly()
    {
        const int Lines = 100_000;
        var (handler, connection, peer) = await Open(receiveBuffer: 4096);
        for (var i = 0; i < Lines; i++)
            connection.Tell(Write($"{i:D7}\n"), handler);
        for (var i = 0; i < Lines; i += 1000)
        {
            var expected = string.Concat(Enumerable.Range(i, 1000).Select(n => $"{n:D7}\n"));
            Assert.Equal(expected, await peer.Read(8000).WaitAsync(Patience));
        }
    }

    [Fact]
    public async Task A_large_write_arrives_whole_at_a_peer_that_begins_to_read_late()
    {
        var (handler, connection, peer) = await Open(receiveBuffer: 4096);
        var data = new byte[20_000_000];
        new Random(1).NextBytes(data);
        connection.Tell(Tcp.Write.Create(ByteString.FromBytes(data), new Sent(1)), handler);
        handler.ExpectNoMsg(Moment);
        Assert.Equal(data, await peer.ReadBytes(data.Length).WaitAsync(Patience));
        handler.ExpectMsg<Sent>();
    }

    [Fact]
    public async Task A_write_that_the_peer_never_takes_is_never_acknowledged_but_ends_with_the_connection()
    {
        var (handler, connection, peer) = await Open(receiveBuffer: 4096);
        connection.Tell(Tcp.Write.Create(ByteString.FromBytes(new byte[20_000_000]), new Sent(1)), handler);
        peer.Reset();
        Assert.IsType<Tcp.ErrorClosed>(handler.FishForMessage(message => message is Tcp.ConnectionClosed or Sent));
        handler.ExpectNoMsg(Moment);
    }

    [Fact]
    public async Task A_write_on_an_ended_connection_is_answered_or_a_dead_letter()
    {
        var (handler, connection, peer) = await Open();
        Sys.EventStream.Subscribe(handler, typeof(DeadLetter));
        handler.Watch(connection);
        peer.Dispose();
        handler.FishForMessage(message => message is Terminated);
        connection.Tell(Write("too late", new Sent(1)), handler);
        handler.FishForMessage(message => message is Tcp.CommandFailed or DeadLetter { Message: Tcp.Write });
    }
}
