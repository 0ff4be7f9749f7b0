using ActorChat.Server.Transport.Tls;
using Microsoft.Extensions.Time.Testing;

namespace ActorChat.Tests.Transport.Tls;

public sealed class HandshakeGateTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly FakeTimeProvider _clock = new();
    private readonly HandshakeGate _gate;

    public HandshakeGateTests() => _gate = new HandshakeGate(places: 2, Patience, _clock);

    public void Dispose() => _gate.Dispose();

    [Fact]
    public async Task Those_beyond_the_places_wait_in_their_order()
    {
        var (first, second) = (await EnterAsync(), await EnterAsync());
        var (third, fourth) = (EnterAsync(), EnterAsync());
        Assert.False(third.IsCompleted);

        first.Dispose();
        (await third).Dispose();
        await fourth;
        second.Dispose();
    }

    [Fact]
    public async Task A_slow_handshake_has_its_time_while_nobody_waits_and_gives_way_to_who_does()
    {
        var (slow, quick) = (await EnterAsync(), await EnterAsync());
        _clock.Advance(Patience * 5);
        Assert.False(slow.GivenUp.IsCancellationRequested);

        var waiting = EnterAsync();
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        await waiting;

        Assert.Equal((true, false), (slow.GivenUp.IsCancellationRequested, quick.GivenUp.IsCancellationRequested));
    }

    [Fact]
    public async Task Who_gives_up_waiting_takes_no_place_afterwards()
    {
        var (first, second) = (await EnterAsync(), await EnterAsync());
        using var impatient = new CancellationTokenSource();
        var waiting = _gate.EnterAsync(impatient.Token);
        var next = EnterAsync();
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);

        first.Dispose();
        await next;
        second.Dispose();
    }

    [Fact]
    public async Task A_place_is_given_back_once()
    {
        var first = await EnterAsync();
        await EnterAsync();
        first.Dispose();
        first.Dispose();
        await EnterAsync();

        Assert.False(EnterAsync().IsCompleted);
    }

    private Task<HandshakeGate.Place> EnterAsync() => _gate.EnterAsync(CancellationToken.None).WaitAsync(TestTimeout.Limit);
}
