using System.Net;
using System.Net.Sockets;
using Akka.IO;
using Xunit;
using Xunit.Abstractions;

namespace ActorChat.Tests.Actors.IO;

public class TcpConnectTests(ITestOutputHelper output) : TcpSpec(output)
{
    [Fact]
    public async Task An_outgoing_connection_reads_and_writes()
    {
        using var server = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        server.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        server.Listen();
        Sys.Tcp().Tell(new Tcp.Connect(server.LocalEndPoint!), TestActor);
        using var peer = Peer.Of(await server.AcceptAsync().WaitAsync(Patience));
        var connected = ExpectMsg<Tcp.Connected>();
        Assert.Equal(server.LocalEndPoint, connected.RemoteAddress);

        var connection = LastSender;
        connection.Tell(new Tcp.Register(TestActor), TestActor);
        connection.Tell(Write("hello"), TestActor);
        Assert.Equal("hello", await peer.Read(5));
        await peer.Send("hi");
        Assert.Equal(2, ExpectMsg<Tcp.Received>().Data.Count);
        connection.Tell(Tcp.Close.Instance, TestActor);
        ExpectMsg<Tcp.Closed>();
    }

    [Fact]
    public void An_attempt_that_is_refused_fails()
    {
        // Bound, but nobody listens.
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var connect = new Tcp.Connect(socket.LocalEndPoint!);
        Sys.Tcp().Tell(connect, TestActor);
        Assert.Same(connect, ExpectMsg<Tcp.CommandFailed>().Cmd);
    }

    [Fact]
    public void An_attempt_at_what_cannot_be_reached_fails_with_the_reason()
    {
        var connect = new Tcp.Connect(new IPEndPoint(IPAddress.Broadcast, 9));
        Sys.Tcp().Tell(connect, TestActor);
        var failed = ExpectMsg<Tcp.CommandFailed>();
        Assert.Same(connect, failed.Cmd);
        Assert.True(failed.Cause.HasValue);
    }

    [Fact]
    public void An_attempt_from_an_address_of_somebody_else_fails()
    {
        // 192.0.2.0/24 is for documentation: no machine has it.
        Sys.Tcp().Tell(new Tcp.Connect(new IPEndPoint(IPAddress.Loopback, 9), new IPEndPoint(IPAddress.Parse("192.0.2.1"), 0)), TestActor);
        ExpectMsg<Tcp.CommandFailed>();
    }

    [Fact]
    public async Task An_outgoing_connection_can_pull_and_have_options()
    {
        using var server = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        server.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        server.Listen();
        Sys.Tcp().Tell(new Tcp.Connect(server.LocalEndPoint!, options: [new Inet.SO.SendBufferSize(20_000)], pullMode: true), TestActor);
        using var peer = Peer.Of(await server.AcceptAsync().WaitAsync(Patience));
        ExpectMsg<Tcp.Connected>();
        var connection = LastSender;
        connection.Tell(new Tcp.Register(TestActor), TestActor);
        await peer.Send("hi");
        ExpectNoMsg(TimeSpan.FromMilliseconds(100));
        connection.Tell(Tcp.ResumeReading.Instance, TestActor);
        Assert.Equal(2, ExpectMsg<Tcp.Received>().Data.Count);
    }

    [Fact]
    public async Task An_attempt_that_takes_too_long_fails()
    {
        // A queue of connections that is full: further ones are not answered.
        using var server = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        server.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        server.Listen(0);
        var waiting = new List<Socket>();
        try
        {
            for (var i = 0; i < 4; i++)
            {
                var client = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                waiting.Add(client);
                using var limit = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
                await client.ConnectAsync(server.LocalEndPoint!, limit.Token).AsTask().ContinueWith(_ => { }, TaskScheduler.Default);
            }

            Sys.Tcp().Tell(new Tcp.Connect(server.LocalEndPoint!, timeout: TimeSpan.FromMilliseconds(200)), TestActor);
            ExpectMsg<Tcp.CommandFailed>();
        }
        finally
        {
            waiting.ForEach(client => client.Dispose());
        }
    }
}
