using ActorChat.Server.Transport.Limits;

namespace ActorChat.Tests.Transport.Limits;

public class PerAddressLimiterTests
{
    [Theory]
    [InlineData(true, "192.0.2.1", "192.0.2.1")]
    [InlineData(true, "192.0.2.1", "::ffff:192.0.2.1")]
    [InlineData(true, "2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff")]
    [InlineData(true, "fe80::1%2", "fe80::2%3")]
    [InlineData(false, "192.0.2.1", "192.0.2.2")]
    [InlineData(false, "2001:db8:1:2::1", "2001:db8:1:3::1")]
    [InlineData(false, "::1", "::2")]
    public void An_address_of_IPv4_or_a_network_of_IPv6_counts_as_one(bool isOne, string one, string other) =>
        Assert.Equal(isOne, PerAddressLimiter.NetworkOf(IPAddress.Parse(one)).Equals(PerAddressLimiter.NetworkOf(IPAddress.Parse(other))));

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.200.0.1")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    public void This_machine_is_not_counted_unless_a_test_wants_it(string address)
    {
        var counts = new PerAddressLimiter(maxEach: 1, countsLoopback: false);
        Assert.All(Enumerable.Range(0, 5), _ => Assert.True(counts.TryAcquire(IPAddress.Parse(address), out var counted) && counted is null));
        Assert.Equal(0, counts.Count);

        var all = new PerAddressLimiter(maxEach: 1, countsLoopback: true);
        Assert.True(all.TryAcquire(IPAddress.Parse(address), out _));
        Assert.False(all.TryAcquire(IPAddress.Parse(address), out _));
    }

    [Fact]
    public void One_too_many_comes_in_again_when_another_has_left_and_nothing_is_kept_of_those_who_have_gone()
    {
        var counts = new PerAddressLimiter(maxEach: 2, countsLoopback: false);
        Assert.True(counts.TryAcquire(IPAddress.Parse("2001:db8::1"), out var first));
        Assert.True(counts.TryAcquire(IPAddress.Parse("2001:db8::2"), out var second));
        Assert.False(counts.TryAcquire(IPAddress.Parse("2001:db8::3"), out _));
        Assert.True(counts.TryAcquire(IPAddress.Parse("192.0.2.1"), out var other));

        counts.Release(first!);
        Assert.True(counts.TryAcquire(IPAddress.Parse("2001:db8::3"), out var third));
        foreach (var counted in new[] { second, other, third })
            counts.Release(counted!);
        Assert.Equal(0, counts.Count);
    }

    [Fact]
    public void When_it_is_off_nothing_is_counted()
    {
        var counts = new PerAddressLimiter(maxEach: 0, countsLoopback: true);
        Assert.All(Enumerable.Range(0, 5), _ => Assert.True(counts.TryAcquire(IPAddress.Parse("192.0.2.1"), out var counted) && counted is null));
        Assert.Equal(0, counts.Count);
    }
}
