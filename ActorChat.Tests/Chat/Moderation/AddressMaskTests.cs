using ActorChat.Server.Chat.Moderation;

namespace ActorChat.Tests.Chat.Moderation;

public sealed class AddressMaskTests
{
    [Theory]
    [InlineData("10.1.2.3", "10.1.2.3")]
    [InlineData("10.1.2.3/8", "10.0.0.0/8")]
    [InlineData("10.1.2.3/32", "10.1.2.3")]
    [InlineData("2001:DB8::1/32", "2001:db8::/32")]
    [InlineData("::ffff:10.1.2.3", "10.1.2.3")]
    [InlineData("0.0.0.0/0", "0.0.0.0/0")]
    public void A_network_has_one_text(string typed, string canonical)
    {
        Assert.True(AddressMask.IsMeant(typed));
        Assert.True(AddressMask.TryParse(typed, out var network));
        Assert.Equal(canonical, AddressMask.Format(network));
        Assert.True(AddressMask.TryParse(canonical, out var again));
        Assert.Equal(network, again);
    }

    [Theory]
    [InlineData("10.0.0.0/33")]
    [InlineData("10.0.0.0/-1")]
    [InlineData("10.0.0.0/")]
    [InlineData("/8")]
    [InlineData("beto/8")]
    [InlineData("fe80::1%2")]
    [InlineData("300.1.1.1/8")]
    [InlineData("1:2")]
    public void Something_else_is_none(string typed) => Assert.False(AddressMask.TryParse(typed, out _));

    [Theory]
    [InlineData("0.0.0.0/0", true)]
    [InlineData("10.0.0.0/7", true)]
    [InlineData("10.0.0.0/8", false)]
    [InlineData("::/0", true)]
    [InlineData("2001::/15", true)]
    [InlineData("2001::/16", false)]
    public void Nobody_bans_everybody(string typed, bool isTooWide)
    {
        Assert.True(AddressMask.TryParse(typed, out var network));
        Assert.Equal(isTooWide, AddressMask.IsTooWide(network));
    }

    [Theory]
    [InlineData("beto")]
    [InlineData("10")]
    [InlineData("1.2")]
    [InlineData("v1.2.3.4")]
    public void A_nickname_is_not_taken_for_a_network(string typed) => Assert.False(AddressMask.IsMeant(typed));

    // A network holds exactly the addresses that have its first bits.
    [Fact]
    public void Any_network_holds_the_addresses_with_its_first_bits() => Prop.ForAll(
        Gen.Choose(0, int.MaxValue).Two().ToArbitrary(), Gen.Choose(0, 32).ToArbitrary(), (addresses, length) =>
    {
        var (first, second) = ((uint)addresses.Item1 * 2, (uint)addresses.Item2 ^ (uint)addresses.Item1);
        Assert.True(AddressMask.TryParse($"{Address(first)}/{length}", out var network));
        var isInside = length == 0 || (first ^ second) >> (32 - length) == 0;
        Assert.Equal(isInside, network.Contains(Address(second)));
        Assert.True(network.Contains(Address(first)));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void No_text_makes_it_fail() => Prop.ForAll(AnyString.Arbitrary, text =>
    {
        if (AddressMask.TryParse(text, out var network))
            Assert.True(AddressMask.TryParse(AddressMask.Format(network), out _));
    }).QuickCheckThrowOnFailure();

    private static IPAddress Address(uint bits) => new([(byte)(bits >> 24), (byte)(bits >> 16), (byte)(bits >> 8), (byte)bits]);
}
