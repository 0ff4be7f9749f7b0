using Akka.IO;
using Akka.TestKit;
using Xunit;
using Xunit.Abstractions;

namespace ActorChat.Tests.Actors.IO;

public class TcpReadingTests(ITestOutputHelper output) : TcpSpec(output)
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(100);

    [Fact]
    public async Task A_handler_is_told_what_the_peer_sends()
    {
        var (handler, connection, peer) = await Open();
        await peer.Send("hello");
        Assert.Equal("hello", Received(handler, 5));
        Assert.Equal(connection, handler.LastSender);
    }

    [Fact]
    public async Task What_was_sent_before_the_registration_is_not_lost()
    {
        var (link, _) = await OpenUnregistered();
        await link.Peer.Send("early");
        link.Connection.Tell(new Tcp.Register(link.Handler), link.Handler);
        Assert.Equal("early", Received(link.Handler, 5));
    }

    [Fact]
    public async Task In_pull_mode_nothing_is_read_before_it_is_asked_for()
    {
        var (handler, connection, peer) = await Open(pullMode: true);
        await peer.Send("hello");
        handler.ExpectNoMsg(Moment);
        connection.Tell(Tcp.ResumeReading.Instance, handler);
        Assert.Equal("hello", Received(handler, 5));
    }

    [Fact]
    public async Task In_pull_mode_a_handler_may_answer_and_ask_for_more_while_it_is_told()
    {
        var (handler, connection, peer) = await Open(pullMode: true);
        var text = new string('x', 100_000);
        handler.SetAutoPilot(new DelegateAutoPilot((sender, message) =>
        {
            if (message is not Tcp.Received received)
                return AutoPilot.KeepRunning;
            sender.Tell(Tcp.Write.Create(received.Data), handler);
            sender.Tell(Tcp.ResumeReading.Instance, handler);
            return AutoPilot.KeepRunning;
        }));
        var sending = peer.Send(text);
        connection.Tell(Tcp.ResumeReading.Instance, handler);
        Assert.Equal(text, await peer.Read(text.Length).WaitAsync(Patience));
        await sending;
    }

    [Fact]
    public async Task In_pull_mode_one_read_is_one_event()
    {
        var (handler, connection, peer) = await Open(pullMode: true);
        var text = new string('x', 40_000);
        await peer.Send(text);
        var all = 0;
        while (all < text.Length)
        {
            connection.Tell(Tcp.ResumeReading.Instance, handler);
            all += handler.ExpectMsg<Tcp.Received>().Data.Count;
            if (all < 10_000)
                handler.ExpectNoMsg(TimeSpan.FromMilliseconds(10));
        }
    }

    [Fact]
    public async Task In_pull_mode_the_end_is_only_seen_when_asked_for()
    {
        var (handler, connection, peer) = await Open(pullMode: true);
        peer.EndSending();
        handler.ExpectNoMsg(Moment);
        connection.Tell(Tcp.ResumeReading.Instance, handler);
        handler.ExpectMsg<Tcp.PeerClosed>();
    }

    [Fact]
    [Trait("Upstream", "differs: in push mode a read that comes between SuspendReading and ResumeReading is lost")]
    public async Task Reading_that_is_suspended_and_resumed_all_the_time_loses_nothing()
    {
        var (handler, connection, peer) = await Open();
        var text = string.Concat(Enumerable.Range(0, 20_000).Select(i => i.ToString("D6", System.Globalization.CultureInfo.InvariantCulture)));
        var sending = peer.Send(text);
        var all = new System.Text.StringBuilder();
        while (all.Length < text.Length)
        {
            all.Append(handler.ExpectMsg<Tcp.Received>().Data.ToString(System.Text.Encoding.ASCII));
            connection.Tell(Tcp.SuspendReading.Instance, handler);
            connection.Tell(Tcp.ResumeReading.Instance, handler);
        }

        Assert.Equal(text, all.ToString());
        await sending;
    }

    [Fact]
    public async Task Much_data_arrives_whole_and_in_order()
    {
        var (handler, _, peer) = await Open();
        var text = string.Concat(Enumerable.Range(0, 200_000).Select(i => i.ToString("D6", System.Globalization.CultureInfo.InvariantCulture)));
        var sending = peer.Send(text);
        Assert.Equal(text, Received(handler, text.Length));
        await sending;
    }
}
