using System.Net;
using System.Net.Sockets;
using Akka.Actor;
using Akka.Configuration;
using Akka.IO;
using Xunit;

namespace ActorChat.Tests.Internals.Exploration;

/// <summary>
/// The connection's state machine through all orders of what its handler and its peer can do, up to three different steps and a
/// thousand orders of five, on real sockets: it is told one end and nothing behind it, each write is answered once, and nothing is
/// lost that was not broken off.
/// </summary>
public sealed class TcpExplorationTests : IAsyncLifetime
{
    // Few, as Little and Much are to fill them.
    private const int SocketBuffer = 4096;

    private static readonly TcpStep[] Steps = Enum.GetValues<TcpStep>();

    // Not a test kit's, whose listener would write a line for every write that is refused.
    private readonly ActorSystem _system = ActorSystem.Create("exploration", ConfigurationFactory.ParseString("akka.loglevel = OFF\nakka.log-dead-letters = off"));

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _system.Terminate();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Whatever_handler_and_peer_do_in_whatever_order_the_connection_keeps_its_promises(bool pulls)
    {
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.ReceiveBufferSize = SocketBuffer;
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen();
        foreach (var order in Orders([], length: 3).Concat(LongOrders()))
            await (await Story(order, listener, pulls)).Run();
    }

    private static IEnumerable<TcpStep[]> Orders(TcpStep[] begin, int length)
    {
        yield return begin;
        if (begin.Length == length)
            yield break;
        foreach (var order in Steps.Except(begin).SelectMany(next => Orders([.. begin, next], length)))
            yield return order;
    }

    // Of the longer ones, which are too many, the same some each time.
    private static IEnumerable<TcpStep[]> LongOrders()
    {
        var random = new Random(1);
        return Enumerable.Range(0, 1000).Select(_ => Steps.OrderBy(_ => random.Next()).Take(5).ToArray());
    }

    private async Task<TcpStory> Story(TcpStep[] steps, Socket listener, bool pulls)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { SendBufferSize = SocketBuffer };
        await socket.ConnectAsync(listener.LocalEndPoint!);
        var peer = await listener.AcceptAsync();
        var parent = (LocalActorRef)InternalActorRef.Of(_system.Tcp())!;
        var handler = new RecordingHandler(parent.Path / "handler", parent);
        var settings = ((TcpExt)Tcp.Instance.Apply(_system)).Settings;
        TcpConnection.Open(parent, "connection", socket, settings, [], pulls, new Commander(handler, out var opened));
        return new TcpStory(steps, handler, opened(), peer);
    }

    private sealed class Commander : MinimalActorRef
    {
        private InternalActorRef? _connection;

        public Commander(RecordingHandler handler, out Func<InternalActorRef> opened)
        {
            Path = handler.Path.Parent / "commander";
            Parent = handler.Parent;
            opened = () => _connection!;
        }

        public override ActorPath Path { get; }

        public override InternalActorRef Parent { get; }

        public override void Tell(object message, IActorRef? sender) => _connection = (InternalActorRef)sender!;
    }
}
