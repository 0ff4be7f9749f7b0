using ActorChat.Server.Configuration;
using ActorChat.Server.Hosting;

namespace ActorChat.Tests.Hosting;

public class EndPointsTests
{
    [Theory]
    [InlineData("127.0.0.1:1", "127.0.0.1")]
    [InlineData("127.0.0.1:1 [::1]:1", "127.0.0.1", "::1")]
    [InlineData("127.0.0.1:1", "127.0.0.1", "127.0.0.1")]
    [InlineData("0.0.0.0:1", "127.0.0.1", "0.0.0.0")]
    [InlineData("0.0.0.0:1 [::1]:1", "0.0.0.0", "127.0.0.1", "::1")]
    [InlineData("[::]:1", "0.0.0.0", "::", "127.0.0.1", "::1")]
    [InlineData("127.0.0.1:1", "localhost")]
    [InlineData("127.0.0.1:1", "::ffff:127.0.0.1")]
    public void What_another_address_of_the_port_includes_is_left_out(string expected, params string[] hosts) =>
        Assert.Equal(expected, string.Join(' ', EndPoints.Resolve("actorchat.chat", new PortSettings(true, hosts, 1))));

    [Fact]
    public void A_port_that_is_off_is_nowhere() =>
        Assert.Empty(EndPoints.Resolve("actorchat.chat", new PortSettings(false, ["no..host"], 1)));

    [Theory]
    [InlineData("no..host")]
    [InlineData("{300}")]
    public void A_name_without_an_address_is_told_with_its_key(string name)
    {
        var host = name.Replace("{300}", new string('x', 300), StringComparison.Ordinal);
        var unknown = Assert.Throws<UnknownHostException>(() => EndPoints.Resolve("actorchat.confirmation", new PortSettings(true, [host], 1)));
        Assert.Equal(("actorchat.confirmation.host", host), (unknown.Key, unknown.Host));
    }

    [Theory]
    [InlineData(true, "127.0.0.1:1", "127.0.0.1:1")]
    [InlineData(true, "0.0.0.0:1", "127.0.0.1:1")]
    [InlineData(true, "127.0.0.1:1", "[::]:1")]
    [InlineData(false, "127.0.0.1:1", "127.0.0.2:1")]
    [InlineData(false, "0.0.0.0:1", "[::1]:1")]
    [InlineData(false, "0.0.0.0:1", "0.0.0.0:2")]
    [InlineData(false, "127.0.0.1:0", "127.0.0.1:0")]
    public void Both_ports_may_share_an_address_or_a_number_but_not_both(bool shared, string chat, string confirmation) =>
        Assert.Equal(shared, EndPoints.FindShared([IPEndPoint.Parse(chat)], [IPEndPoint.Parse(confirmation)]) is not null);
}
