using System.Net;
using System.Text;
using Akka.Actor;
using Akka.IO;
using Akka.TestKit;
using Xunit;
using Xunit.Abstractions;

namespace ActorChat.Tests.Actors.IO;

/// <summary>The base of specs of TCP: real sockets on the loopback, on free ports.</summary>
public abstract class TcpSpec : ActorSpec
{
    private static readonly IPEndPoint AnyPort = new(IPAddress.Loopback, 0);

    private readonly List<Peer> _peers = [];

    /// <inheritdoc/>
    protected TcpSpec(ITestOutputHelper output, string config = "")
        : base(output, config)
    {
    }

    /// <summary>The connected probe: the handler of one connection, the connection and the peer's end of it.</summary>
    internal sealed record Link(TestProbe Handler, IActorRef Connection, Peer Peer);

    /// <summary>Listens on a free port.</summary>
    protected (IActorRef Listener, IPEndPoint Address) Listen(IActorRef handler, bool pullMode = false)
    {
        var probe = CreateTestProbe();
        probe.Send(Sys.Tcp(), new Tcp.Bind(handler, AnyPort, pullMode: pullMode));
        var bound = probe.ExpectMsg<Tcp.Bound>();
        return (probe.LastSender, (IPEndPoint)bound.LocalAddress);
    }

    /// <summary>A peer that has connected.</summary>
    internal async Task<Peer> Connect(EndPoint address, int receiveBuffer = 0)
    {
        var peer = await Peer.Connect(address, receiveBuffer).WaitAsync(Patience);
        lock (_peers)
            _peers.Add(peer);
        return peer;
    }

    /// <summary>A registered connection whose handler is a probe.</summary>
    internal async Task<Link> Open(bool keepOpen = false, bool pullMode = false, int receiveBuffer = 0)
    {
        var (link, _) = await OpenUnregistered(pullMode, receiveBuffer);
        link.Connection.Tell(new Tcp.Register(link.Handler, keepOpen), link.Handler);
        return link;
    }

    /// <summary>A connection that nobody has registered for, and the listener it came by.</summary>
    internal async Task<(Link Link, IActorRef Listener)> OpenUnregistered(bool pullMode = false, int receiveBuffer = 0)
    {
        var handler = CreateTestProbe();
        var (listener, address) = Listen(handler, pullMode);
        if (pullMode)
            listener.Tell(new Tcp.ResumeAccepting(1), handler);
        var peer = await Connect(address, receiveBuffer);
        var connected = handler.ExpectMsg<Tcp.Connected>();
        Assert.Equal(peer.LocalAddress, connected.RemoteAddress);
        Assert.Equal(address, connected.LocalAddress);
        return (new Link(handler, handler.LastSender, peer), listener);
    }

    /// <summary>Takes so many bytes from as many <see cref="Tcp.Received"/> as they came in.</summary>
    protected static string Received(TestProbe handler, int bytes)
    {
        var all = ByteString.Empty;
        while (all.Count < bytes)
            all += handler.ExpectMsg<Tcp.Received>().Data;
        return all.ToString(Encoding.ASCII);
    }

    /// <summary>A write of a text, acknowledged if an event is given.</summary>
    protected static Tcp.Write Write(string text, Tcp.Event? ack = null) =>
        Tcp.Write.Create(ByteString.FromString(text, Encoding.ASCII), ack ?? Tcp.NoAck.Instance);

    /// <inheritdoc/>
    protected override void AfterAll()
    {
        base.AfterAll();
        foreach (var peer in _peers)
            peer.Dispose();
    }

    /// <summary>An acknowledgement with a number.</summary>
    protected sealed class Sent(int number) : Tcp.Event
    {
        /// <summary>Which write it is for.</summary>
        public int Number { get; } = number;
    }
}
