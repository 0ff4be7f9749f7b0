using Akka.IO;
using Xunit;
using Xunit.Abstractions;

namespace ActorChat.Tests.Actors.IO;

/// <summary>What may wait to be sent has a limit, where the settings give one.</summary>
[Trait("Upstream", "differs: only outgoing connections heed write-commands-queue-max-size")]
public class TcpWriteLimitTests(ITestOutputHelper output) : TcpSpec(output, "akka.io.tcp.write-commands-queue-max-size = 1000000")
{
    // More than the kernels of both sides take, so that it waits.
    private static readonly ByteString Much = ByteString.FromBytes(new byte[20_000_000]);

    [Fact]
    public async Task A_write_behind_too_much_fails_and_so_do_all_others_until_writing_is_resumed()
    {
        var (handler, connection, peer) = await Open(receiveBuffer: 4096);
        var refused = Write("refused");
        connection.Tell(Tcp.Write.Create(Much, new Sent(1)), handler);
        connection.Tell(refused, handler);
        Assert.Same(refused, handler.ExpectMsg<Tcp.CommandFailed>().Cmd);

        connection.Tell(Tcp.ResumeWriting.Instance, handler);
        await peer.ReadBytes(Much.Count).WaitAsync(Patience);
        handler.ExpectMsg<Sent>();
        handler.ExpectMsg<Tcp.WritingResumed>();
        connection.Tell(Write("taken"), handler);
        Assert.Equal("taken", await peer.Read(5));
    }

    [Fact]
    public async Task A_write_that_failed_holds_up_the_next_ones_even_when_there_is_room_again()
    {
        var (handler, connection, peer) = await Open(receiveBuffer: 4096);
        connection.Tell(Tcp.Write.Create(Much, new Sent(1)), handler);
        connection.Tell(Write("refused"), handler);
        handler.ExpectMsg<Tcp.CommandFailed>();
        await peer.ReadBytes(Much.Count).WaitAsync(Patience);
        handler.ExpectMsg<Sent>();
        connection.Tell(Write("refused too"), handler);
        handler.ExpectMsg<Tcp.CommandFailed>();
        connection.Tell(Tcp.ResumeWriting.Instance, handler);
        handler.ExpectMsg<Tcp.WritingResumed>();
    }

    [Fact]
    public async Task Whoever_does_not_want_to_resume_can_write_as_soon_as_there_is_room()
    {
        var (link, _) = await OpenUnregistered(receiveBuffer: 4096);
        var (handler, connection, peer) = link;
        connection.Tell(new Tcp.Register(handler, useResumeWriting: false), handler);
        connection.Tell(Tcp.Write.Create(Much, new Sent(1)), handler);
        connection.Tell(Write("refused"), handler);
        handler.ExpectMsg<Tcp.CommandFailed>();
        await peer.ReadBytes(Much.Count).WaitAsync(Patience);
        handler.ExpectMsg<Sent>();
        connection.Tell(Write("taken"), handler);
        Assert.Equal("taken", await peer.Read(5));
    }

    [Fact]
    public async Task Some_writes_in_one_are_taken_together_or_not_at_all()
    {
        var (handler, connection, peer) = await Open(receiveBuffer: 4096);
        connection.Tell(Tcp.Write.Create(Much), handler);
        var refused = Tcp.WriteCommand.Create(Write("small", new Sent(1)), Tcp.Write.Create(Much, new Sent(2)));
        connection.Tell(refused, handler);
        Assert.Same(refused, handler.ExpectMsg<Tcp.CommandFailed>().Cmd);
        connection.Tell(Tcp.Close.Instance, handler);
        Assert.Equal(Much.Count, (await peer.ReadToEnd().WaitAsync(Patience)).Length);
        handler.ExpectMsg<Tcp.Closed>();
    }
}
