using Akka.Configuration;
using Xunit;

namespace ActorChat.Tests.Actors.Configuration;

public class ConfigGetterSpecs
{
    [Theory]
    [InlineData("on", true)]
    [InlineData("true", true)]
    [InlineData("off", false)]
    [InlineData("false", false)]
    public void A_switch_has_several_words(string word, bool expected)
    {
        Assert.Equal(expected, ConfigurationFactory.ParseString($"a = {word}").GetBoolean("a", !expected));
    }

    [Fact]
    public void Numbers_are_read_whatever_the_culture()
    {
        var config = ConfigurationFactory.ParseString("whole = -12\nlarge = 5000000000\npart = 1.5");

        Assert.Equal(-12, config.GetInt("whole"));
        Assert.Equal(5_000_000_000, config.GetLong("large"));
        Assert.Equal(1.5, config.GetDouble("part"));
        Assert.Equal(1.5f, config.GetFloat("part"));
        Assert.Equal(1.5m, config.GetDecimal("part"));
    }

    [Theory]
    [InlineData("250", 250)]
    [InlineData("250ms", 250)]
    [InlineData("250 millis", 250)]
    [InlineData("0.25s", 250)]
    [InlineData("10 s", 10_000)]
    [InlineData("10 seconds", 10_000)]
    [InlineData("5 minutes", 300_000)]
    [InlineData("2h", 7_200_000)]
    [InlineData("1 day", 86_400_000)]
    public void A_duration_has_a_unit_and_without_one_it_is_milliseconds(string text, double milliseconds)
    {
        var config = ConfigurationFactory.ParseString($"a = {text}");

        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), config.GetTimeSpan("a"));
    }

    [Fact]
    public void An_infinite_duration_is_the_infinite_timeout()
    {
        Assert.Equal(Timeout.InfiniteTimeSpan, ConfigurationFactory.ParseString("a = infinite").GetTimeSpan("a"));
    }

    [Theory]
    [InlineData("512", 512)]
    [InlineData("512b", 512)]
    [InlineData("4KiB", 4096)]
    [InlineData("4k", 4096)]
    [InlineData("4kB", 4000)]
    [InlineData("2 MB", 2_000_000)]
    [InlineData("1 GiB", 1_073_741_824)]
    public void A_size_has_a_unit_and_without_one_it_is_bytes(string text, long expected)
    {
        Assert.Equal(expected, ConfigurationFactory.ParseString($"a = {text}").GetByteSize("a"));
    }

    [Fact]
    public void Lists_are_read_as_what_their_values_are()
    {
        var config = ConfigurationFactory.ParseString("""
            texts = ["a", "b c"]
            switches = [on, off]
            numbers = [1, 2]
            """);

        Assert.Equal(["a", "b c"], config.GetStringList("texts"));
        Assert.Equal([true, false], config.GetBooleanList("switches"));
        Assert.Equal([1, 2], config.GetIntList("numbers"));
        Assert.Equal([1L, 2L], config.GetLongList("numbers"));
        Assert.Equal([1.0, 2.0], config.GetDoubleList("numbers"));
        Assert.Equal([1f, 2f], config.GetFloatList("numbers"));
        Assert.Equal([1m, 2m], config.GetDecimalList("numbers"));
        Assert.Equal([(byte)1, (byte)2], config.GetByteList("numbers"));
    }

    [Fact]
    public void What_is_not_there_is_the_default()
    {
        var config = ConfigurationFactory.ParseString("present = 1");

        Assert.Equal(7, config.GetInt("a.b", 7));
        Assert.Equal(0, config.GetInt("a.b"));
        Assert.Equal(7, config.GetLong("a", 7));
        Assert.Equal(7.5, config.GetDouble("a", 7.5));
        Assert.True(config.GetBoolean("a", true));
        Assert.Null(config.GetString("a"));
        Assert.Equal("x", config.GetString("a", "x"));
        Assert.Equal(TimeSpan.Zero, config.GetTimeSpan("a"));
        Assert.Equal(TimeSpan.FromSeconds(3), config.GetTimeSpan("a", TimeSpan.FromSeconds(3)));
        Assert.Null(config.GetByteSize("a", null));
        Assert.Equal(9, config.GetByteSize("a", 9));
        Assert.Empty(config.GetStringList("a"));
        Assert.Null(config.GetConfig("a"));
        Assert.Null(config.GetValue("a"));
        Assert.False(config.HasPath("a"));
    }

    [Fact]
    public void A_value_can_be_taken_out_and_asked_what_it_is()
    {
        var config = ConfigurationFactory.ParseString("o { x = 1 }\nl = [1, 2]\nt = text");

        Assert.True(config.GetValue("o")!.IsObject());
        Assert.Equal(1, config.GetValue("o")!.GetObject()!.Items["x"].GetInt());
        Assert.True(config.GetValue("l")!.IsArray());
        Assert.Equal(2, config.GetValue("l")!.GetArray()[1].GetInt());
        Assert.True(config.GetValue("t")!.IsString());
        Assert.Equal("text", config.GetValue("t")!.GetString());
        Assert.True(config.HasPath("o.x"));
    }
}
