using Akka.Configuration;
using Xunit;
using static ActorChat.Tests.Internals.Configuration.HoconText;

namespace ActorChat.Tests.Internals.Configuration;

public class GetterErrorSpecs
{
    private const string Duration = "a duration, such as 500ms, 10s or 5 minutes";

    private static readonly Config Values = Read("""
        t.text = abc
        t.object { x = 1 }
        t.list = [1, x, 300]
        t.negative = -5s
        t.huge = 99999999999999999999 days
        t.infinite = infinite
        """);

    public static TheoryData<string, Action<Config>> Misreadings => new()
    {
        { "'t.text' is \"abc\": expected a whole number from -2147483648 to 2147483647", config => config.GetInt("t.text") },
        { "'t.text' is \"abc\": expected a number, such as 1.5", config => config.GetDouble("t.text") },
        { "'t.text' is \"abc\": expected on or off (or true, false, yes, no)", config => config.GetBoolean("t.text") },
        { "'t.text' is \"abc\": expected a size in bytes, such as 512, 4KiB or 1 MB", config => config.GetByteSize("t.text") },
        { "'t.text' is \"abc\": expected a list, such as [a, b]", config => config.GetStringList("t.text") },
        { "'t.text' is \"abc\": expected an object", config => config.GetConfig("t.text") },
        { "'t.text' is \"abc\": expected " + Duration + ", or infinite", config => config.GetTimeSpan("t.text") },
        { "'t.negative' is \"-5s\": expected " + Duration + ", or infinite", config => config.GetTimeSpan("t.negative") },
        { "'t.huge' is \"99999999999999999999 days\": expected " + Duration + ", or infinite", config => config.GetTimeSpan("t.huge") },
        { "'t.infinite' is \"infinite\": expected " + Duration, config => config.GetTimeSpan("t.infinite", null, false) },
        { "'t.object' is an object: expected text", config => config.GetString("t.object") },
        { "'t.list' is a list: expected a whole number from -2147483648 to 2147483647", config => config.GetInt("t.list") },
        { "'t.list[1]' is \"x\": expected a whole number from -2147483648 to 2147483647", config => config.GetIntList("t.list") },
        { "'t.list[1]' is \"x\": expected a whole number from 0 to 255", config => config.GetByteList("t.list") },
        { "the value is \"abc\": expected a whole number from -2147483648 to 2147483647", config => config.GetValue("t.text")!.GetInt() },
    };

    [Theory]
    [MemberData(nameof(Misreadings), DisableDiscoveryEnumeration = true)]
    public void A_value_that_does_not_fit_is_shown_with_its_path_and_what_was_expected(string expected, Action<Config> read)
    {
        Assert.Equal(expected, Assert.Throws<ConfigurationException>(() => read(Values)).Message);
    }

    [Fact]
    public void A_long_value_is_shown_shortened()
    {
        var error = Assert.Throws<ConfigurationException>(() => Read($"a = {new string('x', 500)}").GetInt("a"));

        Assert.InRange(error.Message.Length, 60, 200);
    }

    [Fact]
    public void A_null_reads_like_a_key_that_is_not_there()
    {
        var config = Read("a = null").WithFallback(Read("a = 1"));

        Assert.Equal(7, config.GetInt("a", 7));
        Assert.Equal("x", config.GetString("a", "x"));
        Assert.Empty(config.GetIntList("a"));
        Assert.Null(config.GetConfig("a"));
        Assert.True(config.HasPath("a"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("a..b")]
    [InlineData("a.\"b.c")]
    [InlineData("a.b.c.d")]
    public void A_path_of_any_form_is_only_not_there(string path) => Assert.False(Read("a.b = 1").HasPath(path));
}
