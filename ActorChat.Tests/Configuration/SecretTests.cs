using ActorChat.Server.Configuration;

namespace ActorChat.Tests.Configuration;

/// <summary>A password stands in no complaint, whatever is wrong with it.</summary>
public sealed class SecretTests
{
    [Theory]
    [InlineData("actorchat.storage.mysql.password=[tr3s-tristes]")]
    [InlineData("actorchat.storage.mysql.password={ tr3s-tristes = 1 }")]
    [InlineData("actorchat.storage.mysql.password=\"tr3s-tristes")]
    [InlineData("actorchat.storage.mysql.pasword=tr3s-tristes")]
    [InlineData("actorchat.storage.mysql.password.x=tr3s-tristes")]
    [InlineData("actorchat storage mysql password=tr3s-tristes")]
    public void A_complaint_does_not_show_it(string set) =>
        Assert.DoesNotContain("tr3s-tristes", Loading.Refusal(set), StringComparison.Ordinal);

    [Fact]
    public void It_reaches_who_needs_it_and_no_text_of_the_settings()
    {
        var result = SettingsLoader.Load([], ["actorchat.storage.users=mysql", "actorchat.storage.mysql.password=tr3s-tristes"], null);
        var settings = Assert.IsType<SettingsResult.Loaded>(result).Settings;

        Assert.Equal("tr3s-tristes", settings.Storage.Users!.Password);
        Assert.DoesNotContain("tr3s-tristes", settings.ToString(), StringComparison.Ordinal);
    }
}
