using Akka.Actor;
using Akka.IO;
using Xunit;
using Xunit.Abstractions;

namespace ActorChat.Tests.Actors.IO;

public class TcpLoadTests(ITestOutputHelper output) : TcpSpec(output)
{
    [Fact]
    public async Task Twenty_megabytes_come_back_as_they_went()
    {
        var (_, address) = Listen(Sys.ActorOf(Props.Create(() => new EchoServer())));
        var peer = await Connect(address);
        var data = new byte[20_000_000];
        new Random(1).NextBytes(data);
        var sending = peer.Send(data);
        Assert.Equal(data, await peer.ReadBytes(data.Length).WaitAsync(TimeSpan.FromMinutes(2)));
        await sending;
    }

    [Fact]
    public async Task A_thousand_connections_are_served_at_the_same_time()
    {
        var (_, address) = Listen(Sys.ActorOf(Props.Create(() => new EchoServer())));
        var peers = await Task.WhenAll(Enumerable.Range(0, 1000).Select(_ => Connect(address)));
        for (var round = 0; round < 3; round++)
        {
            await Task.WhenAll(peers.Select(async (peer, number) =>
            {
                var text = $"{round} of {number:D4}";
                await peer.Send(text);
                Assert.Equal(text, await peer.Read(text.Length));
            })).WaitAsync(TimeSpan.FromMinutes(2));
        }
    }

    private sealed class EchoServer : ReceiveActor
    {
        public EchoServer()
        {
            Receive<Tcp.Connected>(_ => Sender.Tell(new Tcp.Register(Self)));
            Receive<Tcp.Received>(received => Sender.Tell(Tcp.Write.Create(received.Data)));
            Receive<Tcp.ConnectionClosed>(_ => { });
        }
    }
}
