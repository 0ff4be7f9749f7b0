using Akka.Configuration;
using Xunit;

namespace ActorChat.Tests.Actors.Configuration;

public class ConfigFallbackSpecs
{
    private static readonly Config First = ConfigurationFactory.ParseString("foo.bar { a = 123 }");
    private static readonly Config Second = ConfigurationFactory.ParseString("foo.bar {\n a = 1\n b = 2\n}");
    private static readonly Config Third = ConfigurationFactory.ParseString("foo.bar {\n a = 9\n b = 9\n c = 3\n}\nother = x");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Every_key_comes_from_the_first_configuration_that_has_it(bool isChainedFromTheLeft)
    {
        var config = isChainedFromTheLeft ? First.WithFallback(Second).WithFallback(Third) : First.WithFallback(Second.WithFallback(Third));

        Assert.Equal(123, config.GetInt("foo.bar.a"));
        Assert.Equal(2, config.GetInt("foo.bar.b"));
        Assert.Equal(3, config.GetInt("foo.bar.c"));
        Assert.Equal("x", config.GetString("other"));
    }

    [Fact]
    public void A_part_of_a_configuration_has_the_same_part_of_the_fallbacks()
    {
        var part = First.WithFallback(Second).WithFallback(Third).GetConfig("foo.bar")!;

        Assert.Equal(123, part.GetInt("a"));
        Assert.Equal(2, part.GetInt("b"));
        Assert.Equal(3, part.GetInt("c"));
    }

    [Fact]
    public void A_part_that_only_a_fallback_has_is_found()
    {
        Assert.Equal(1, ConfigurationFactory.ParseString("x = 1").WithFallback(Second).GetConfig("foo.bar")!.GetInt("a"));
    }

    [Fact]
    public void The_configurations_themselves_stay_as_they_were()
    {
        First.WithFallback(Second);

        Assert.Equal(0, First.GetInt("foo.bar.b"));
        Assert.Equal(1, Second.GetInt("foo.bar.a"));
    }

    [Fact]
    public void A_single_value_hides_an_object_and_an_object_a_single_value()
    {
        var value = ConfigurationFactory.ParseString("a.b = 1");
        var keys = ConfigurationFactory.ParseString("a.b.c = 2");

        Assert.Equal(1, value.WithFallback(keys).GetInt("a.b"));
        Assert.Equal(2, keys.WithFallback(value).GetInt("a.b.c"));
    }

    [Fact]
    public void Each_key_of_the_root_is_enumerated_once()
    {
        var config = ConfigurationFactory.ParseString("a = 1\nb = 2").WithFallback(ConfigurationFactory.ParseString("b = 3\nc = 4"));

        var values = config.AsEnumerable().ToDictionary(pair => pair.Key, pair => pair.Value.GetInt());

        Assert.Equal(3, values.Count);
        Assert.Equal((1, 2, 4), (values["a"], values["b"], values["c"]));
    }

    [Fact]
    public void A_configuration_cannot_be_its_own_fallback()
    {
        Assert.Throws<ArgumentException>(() => First.WithFallback(First));
        Assert.Same(First, First.SafeWithFallback(First));
    }

    [Fact]
    public void A_missing_configuration_falls_back_on_the_other()
    {
        Config? missing = null;

        Assert.Same(First, missing.SafeWithFallback(First));
        Assert.True(missing.IsNullOrEmpty());
        Assert.True(ConfigurationFactory.Empty.IsNullOrEmpty());
        Assert.False(First.IsNullOrEmpty());
    }

    [Fact]
    public void A_text_serves_as_a_configuration()
    {
        Config config = "a = 1";

        Assert.Equal(1, config.GetInt("a"));
        Assert.Equal(2, (config + "b = 2").GetInt("b"));
        Assert.Equal(3, ("a = 3" + config).GetInt("a"));
    }
}
