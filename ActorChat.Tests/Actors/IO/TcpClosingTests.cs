using System.Net.Sockets;
using Akka.Actor;
using Akka.IO;
using Xunit;
using Xunit.Abstractions;

namespace ActorChat.Tests.Actors.IO;

public class TcpClosingTests(ITestOutputHelper output) : TcpSpec(output)
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(100);

    [Fact]
    public async Task When_the_peer_ends_the_connection_ends()
    {
        var (handler, connection, peer) = await Open();
        handler.Watch(connection);
        await peer.Send("last words");
        peer.EndSending();
        Assert.Equal("last words", Received(handler, 10));
        var closed = handler.ExpectMsg<Tcp.PeerClosed>();
        Assert.True(closed.IsPeerClosed);
        handler.ExpectTerminated(connection);
        Assert.Empty(await peer.ReadToEnd().WaitAsync(Patience));
    }

    [Fact]
    public async Task A_connection_kept_open_can_still_answer_a_peer_that_has_ended_its_side()
    {
        var (handler, connection, peer) = await Open(keepOpen: true);
        await peer.Send("question");
        peer.EndSending();
        Assert.Equal("question", Received(handler, 8));
        handler.ExpectMsg<Tcp.PeerClosed>();
        connection.Tell(Write("answer", new Sent(1)), handler);
        handler.ExpectMsg<Sent>();
        Assert.Equal("answer", await peer.Read(6));
        connection.Tell(Tcp.Close.Instance, handler);
        handler.ExpectMsg<Tcp.Closed>();
        Assert.Empty(await peer.ReadToEnd().WaitAsync(Patience));
    }

    [Fact]
    public async Task Closing_ends_the_connection_for_both_sides()
    {
        var (handler, connection, peer) = await Open();
        handler.Watch(connection);
        connection.Tell(Tcp.Close.Instance, handler);
        handler.ExpectMsg<Tcp.Closed>();
        handler.ExpectTerminated(connection);
        Assert.Empty(await peer.ReadToEnd().WaitAsync(Patience));
    }

    [Fact]
    public async Task What_was_acknowledged_before_the_close_arrives_however_late_the_peer_reads()
    {
        var (handler, connection, peer) = await Open(receiveBuffer: 4096);
        var data = new byte[60_000];
        new Random(1).NextBytes(data);
        connection.Tell(Tcp.Write.Create(ByteString.FromBytes(data), new Sent(1)), handler);
        handler.ExpectMsg<Sent>();
        connection.Tell(Tcp.Close.Instance, handler);
        handler.ExpectMsg<Tcp.Closed>();
        Assert.Equal(data, await peer.ReadToEnd().WaitAsync(Patience));
    }

    [Fact]
    public async Task Who_asks_for_the_end_is_told_beside_the_handler()
    {
        var (handler, connection, _) = await Open();
        connection.Tell(Tcp.Close.Instance, TestActor);
        handler.ExpectMsg<Tcp.Closed>();
        ExpectMsg<Tcp.Closed>();
    }

    [Fact]
    public async Task A_confirmed_close_still_reads_what_the_peer_says_before_its_end()
    {
        var (handler, connection, peer) = await Open();
        connection.Tell(Tcp.ConfirmedClose.Instance, handler);
        Assert.Empty(await peer.ReadToEnd().WaitAsync(Patience));
        await peer.Send("last words");
        Assert.Equal("last words", Received(handler, 10));
        peer.EndSending();
        handler.ExpectMsg<Tcp.ConfirmedClosed>();
    }

    [Fact]
    public async Task A_confirmed_close_behind_the_peers_end_is_confirmed_at_once()
    {
        var (handler, connection, peer) = await Open(keepOpen: true);
        peer.EndSending();
        handler.ExpectMsg<Tcp.PeerClosed>();
        connection.Tell(Tcp.ConfirmedClose.Instance, handler);
        handler.ExpectMsg<Tcp.ConfirmedClosed>();
        Assert.Empty(await peer.ReadToEnd().WaitAsync(Patience));
    }

    [Fact]
    public async Task A_connection_that_waits_for_a_confirmation_can_be_aborted()
    {
        var (handler, connection, peer) = await Open();
        connection.Tell(Tcp.ConfirmedClose.Instance, handler);
        Assert.Empty(await peer.ReadToEnd().WaitAsync(Patience));
        connection.Tell(Tcp.Abort.Instance, handler);
        handler.ExpectMsg<Tcp.Aborted>();
    }

    [Fact]
    public async Task A_connection_can_be_closed_before_anybody_has_registered()
    {
        var (link, _) = await OpenUnregistered();
        link.Connection.Tell(Tcp.Close.Instance, link.Handler);
        link.Handler.ExpectMsg<Tcp.Closed>();
        Assert.Empty(await link.Peer.ReadToEnd().WaitAsync(Patience));
    }

    [Fact]
    public async Task A_confirmed_close_waits_for_the_peers_end()
    {
        var (handler, connection, peer) = await Open();
        connection.Tell(Write("bye"), handler);
        connection.Tell(Tcp.ConfirmedClose.Instance, handler);
        Assert.Equal(3, (await peer.ReadToEnd().WaitAsync(Patience)).Length);
        handler.ExpectNoMsg(Moment);
        peer.EndSending();
        Assert.True(handler.ExpectMsg<Tcp.ConfirmedClosed>().IsConfirmed);
    }

    [Fact]
    public async Task An_abort_is_a_reset_for_the_peer()
    {
        var (handler, connection, peer) = await Open();
        connection.Tell(Tcp.Abort.Instance, handler);
        Assert.True(handler.ExpectMsg<Tcp.Aborted>().IsAborted);
        var reset = await Assert.ThrowsAsync<SocketException>(() => peer.Read(1).WaitAsync(Patience));
        Assert.Equal(SocketError.ConnectionReset, reset.SocketErrorCode);
    }

    [Fact]
    public async Task A_reset_by_the_peer_is_an_error()
    {
        var (handler, connection, peer) = await Open();
        handler.Watch(connection);
        peer.Reset();
        var closed = handler.ExpectMsg<Tcp.ErrorClosed>();
        Assert.True(closed.IsErrorClosed);
        Assert.NotEmpty(closed.Cause!);
        handler.ExpectTerminated(connection);
    }

    [Fact]
    public async Task A_connection_ends_with_its_handler()
    {
        var (link, _) = await OpenUnregistered();
        var handler = Sys.ActorOf(Props.Create<Echo>());
        Watch(link.Connection);
        link.Connection.Tell(new Tcp.Register(handler), link.Handler);
        Sys.Stop(handler);
        await link.Peer.AwaitEnd().WaitAsync(Patience);
        ExpectTerminated(link.Connection);
    }

    [Fact]
    public async Task A_dead_handler_cannot_register()
    {
        var (link, _) = await OpenUnregistered();
        var handler = Watch(Sys.ActorOf(Props.Create<Echo>()));
        Sys.Stop(handler);
        ExpectTerminated(handler);
        Watch(link.Connection);
        link.Connection.Tell(new Tcp.Register(handler), link.Handler);
        await link.Peer.AwaitEnd().WaitAsync(Patience);
        ExpectTerminated(link.Connection);
    }

    [Fact]
    public async Task Who_watches_an_ended_connection_is_told_at_once()
    {
        var (handler, connection, _) = await Open();
        connection.Tell(Tcp.Close.Instance, handler);
        handler.ExpectMsg<Tcp.Closed>();
        Watch(connection);
        ExpectTerminated(connection);
    }
}
