using ActorChat.Server.Hosting;
using ActorChat.Server.Resources;

namespace ActorChat.Tests.Hosting;

public class ReachabilityTests
{
    private static readonly Texts Texts = Texts.For(Language.Spanish);

    [Fact]
    public void Who_listens_to_this_machine_only_is_told_nothing() => Assert.Null(Describe(["127.0.0.1:1234", "[::1]:5000"]));

    [Theory]
    [InlineData("192.0.2.7", "1234/tcp, 5000/tcp", "0.0.0.0:1234", "0.0.0.0:5000")]
    [InlineData("192.0.2.7, 2001:db8::7", "1234/tcp", "[::]:1234", "127.0.0.1:5000")]
    [InlineData("192.0.2.9", "5000/tcp", "127.0.0.1:1234", "192.0.2.9:5000")]
    public void Others_are_told_what_to_type_and_what_to_open(string addresses, string ports, params string[] open) =>
        Assert.Equal(Texts.ReachableAt(addresses, ports, Texts.NothingIsEncrypted), Describe(open));

    [Fact]
    public void They_are_told_whether_what_they_say_is_encrypted()
    {
        Assert.EndsWith(Texts.AllIsEncrypted, Describe(["127.0.0.1:1234"], "0.0.0.0:1235"), StringComparison.Ordinal);
        Assert.EndsWith(Texts.SomeIsEncrypted, Describe(["0.0.0.0:1234"], "0.0.0.0:1235"), StringComparison.Ordinal);
        Assert.EndsWith(Texts.NothingIsEncrypted, Describe(["0.0.0.0:1234"], "127.0.0.1:1235"), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_network_there_is_no_address_to_tell() =>
        Assert.Equal(Texts.ReachableNowhere, Reachability.Describe([IPEndPoint.Parse("0.0.0.0:1234")], [], () => [], Texts));

    private static string? Describe(string[] open, params string[] encrypted) => Reachability.Describe(
        [.. open.Select(IPEndPoint.Parse)], [.. encrypted.Select(IPEndPoint.Parse)], () => [IPAddress.Parse("192.0.2.7"), IPAddress.Parse("2001:db8::7")], Texts);
}
