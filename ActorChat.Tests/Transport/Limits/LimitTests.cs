using ActorChat.Server.Transport.Limits;
using ActorChat.Tests.Configuration;

namespace ActorChat.Tests.Transport.Limits;

public class LimitTests
{
    public static TheoryData<string> All => [.. Enum.GetNames<Limit>().Except([nameof(Limit.OpenFiles)])];

    [Theory]
    [MemberData(nameof(All))]
    public void Every_limit_has_the_name_of_its_setting(string limit) =>
        Assert.NotNull(Loading.Config().GetValue($"actorchat.limits.{Enum.Parse<Limit>(limit).Key()}"));
}
