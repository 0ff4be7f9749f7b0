using ActorChat.Benchmarks.Load.Sockets;

namespace ActorChat.Tests.Benchmarks;

/// <summary>What every <see cref="IReadiness"/> does; sockets of the loopback network.</summary>
public sealed class ReadinessTests : IDisposable
{
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly Socket _server;
    private readonly Socket _client;

    public ReadinessTests()
    {
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen();
        _client = new Dial((IPEndPoint)_listener.LocalEndPoint!, sources: 2).Start();
        _server = _listener.Accept();
    }

    public static TheoryData<string> All => OperatingSystem.IsLinux() ? ["epoll", "select"] : ["select"];

    public void Dispose()
    {
        _client.Dispose();
        _server.Dispose();
        _listener.Dispose();
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_socket_is_readable_when_bytes_have_come(string kind)
    {
        using var readiness = Create(kind);
        readiness.Add(_client, token: 7, writable: false);
        Assert.Empty(Wait(readiness, TimeSpan.Zero));
        _server.Send("x"u8);
        Assert.Equal([new Ready(7, Readable: true, Writable: false)], Wait(readiness, TestTimeout.Limit));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_socket_is_readable_at_its_end(string kind)
    {
        using var readiness = Create(kind);
        readiness.Add(_client, token: 1, writable: false);
        _server.Shutdown(SocketShutdown.Send);
        Assert.True(Assert.Single(Wait(readiness, TestTimeout.Limit)).Readable);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_socket_tells_that_it_takes_bytes_only_while_it_is_asked(string kind)
    {
        using var readiness = Create(kind);
        readiness.Add(_client, token: 1, writable: true);
        Assert.Equal([new Ready(1, Readable: false, Writable: true)], Wait(readiness, TestTimeout.Limit));
        readiness.Change(_client, token: 2, writable: false);
        Assert.Empty(Wait(readiness, TimeSpan.Zero));
        readiness.Change(_client, token: 3, writable: true);
        Assert.Equal([new Ready(3, Readable: false, Writable: true)], Wait(readiness, TestTimeout.Limit));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_socket_that_was_removed_is_told_no_more(string kind)
    {
        using var readiness = Create(kind);
        readiness.Add(_client, token: 1, writable: true);
        readiness.Remove(_client);
        Assert.Empty(Wait(readiness, TimeSpan.Zero));
    }

    private static IReadiness Create(string kind) => kind == "epoll" ? new EpollReadiness() : new SelectReadiness();

    private static Ready[] Wait(IReadiness readiness, TimeSpan time)
    {
        var ready = new Ready[4];
        return ready[..readiness.Wait(ready, time)];
    }
}
