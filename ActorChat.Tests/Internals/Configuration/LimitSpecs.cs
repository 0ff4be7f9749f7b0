using System.Globalization;
using Akka.Configuration;
using Xunit;
using static ActorChat.Tests.Internals.Configuration.HoconText;

namespace ActorChat.Tests.Internals.Configuration;

public class LimitSpecs
{
    // No thread of .NET has less than this, unless its program asks for less.
    private const int SmallStack = 1 << 20;

    [Theory]
    [InlineData("", "a {", "}")]
    [InlineData("a = ", "[", "]")]
    [InlineData("a = ", "[{ a = ", "}]")]
    public void Nesting_has_an_end_and_up_to_it_everything_can_be_read_and_rendered(string start, string open, string close)
    {
        OnSmallStack(() =>
        {
            foreach (var times in Enumerable.Range(24, 48))
            {
                var nested = start + Nest(open, close, times);
                if (Error(nested) is { } error) Assert.Contains("nested more than 64 deep", error, StringComparison.Ordinal);
                else Assert.Equal(Read(nested).ToString(), Read(Read(nested).ToString()).WithFallback(Read(nested)).ToString());
            }
            Assert.Contains("nested more than 64 deep", Error(start + Nest(open, close, 100_000)), StringComparison.Ordinal);
        });
    }

    [Fact]
    public void The_deepest_document_has_64_levels()
    {
        Assert.Equal(1, Read(Nest("a {", "}", 62) + "\nb = 1").GetInt("b"));
        Assert.Null(Error(Nest("a {", "}", 63)));
        Assert.Equal("line 1, column 192: objects and lists are nested more than 64 deep", Error(Nest("a {", "}", 64)));
        Assert.Null(Error(string.Join('.', Enumerable.Repeat("a", 64)) + " = 1"));
        Assert.Equal(
            "line 1, column 1: objects and lists are nested more than 64 deep",
            Error(string.Join('.', Enumerable.Repeat("a", 65)) + " = 1"));
    }

    [Fact]
    public void Substitutions_do_not_nest_deeper_than_braces_may()
    {
        var text = "x = " + Repeat("{ a = ", 50) + "1" + Repeat("}", 50) + "\ny = " + Repeat("{ a = ", 50) + "${x}" + Repeat("}", 50);

        Assert.Contains("nested more than 64 deep", Error(text), StringComparison.Ordinal);
    }

    [Fact]
    public void A_chain_of_substitutions_has_an_end()
    {
        OnSmallStack(() =>
        {
            Assert.Equal(7, Read(Chain(120)).GetInt("k0"));
            Assert.Equal(7, Read("q = ${?k0.x}\n" + Chain(120)).GetInt("k0"));
            Assert.Contains("lead through too many others", Error(Chain(100_000)), StringComparison.Ordinal);
            Assert.Contains("lead through too many others", Error("q = ${?k0.x}\n" + Chain(100_000)), StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData("abcdefghijklmnop", "${{k{0}}}${{k{0}}}")]
    [InlineData("[1]", "${{k{0}}} ${{k{0}}}")]
    [InlineData("[1]", "[${{k{0}}}, ${{k{0}}}]")]
    [InlineData("{ x = 1 }", "{{ l = ${{k{0}}}, r = ${{k{0}}} }}")]
    public void A_short_text_cannot_stand_for_an_enormous_one(string seed, string doubled)
    {
        var lines = Enumerable.Range(0, 100).Select(i => $"k{i + 1} = " + string.Format(CultureInfo.InvariantCulture, doubled, i));

        Assert.Contains("this is more than 1000000 values", Error($"k0 = {seed}\n" + string.Join('\n', lines)), StringComparison.Ordinal);
    }

    [Fact]
    public void Entangled_circles_are_given_up()
    {
        var lines = Enumerable.Range(0, 60).Select(i => $"k{i} = x${{?k{(i + 1) % 60}}}${{?k{(i + 2) % 60}}}${{?k{(i + 3) % 60}}}");

        var error = Error(string.Join('\n', lines));

        Assert.Matches("^line [0-9]+, column [0-9]+: the substitutions are too entangled$", error);
    }

    private static string Nest(string open, string close, int times) =>
        Repeat(open, times) + (open.EndsWith("= ", StringComparison.Ordinal) ? "1" : "\n") + Repeat(close, times);

    private static string Chain(int length) =>
        string.Join('\n', Enumerable.Range(0, length).Select(i => $"k{i} = ${{k{i + 1}}}")) + $"\nk{length} = 7";

    private static string? Error(string text) => Record.Exception(() => Read(text)) switch
    {
        null => null,
        ConfigurationException refused => refused.Message,
        var other => throw other,
    };

    private static void OnSmallStack(Action action)
    {
        Exception? thrown = null;
        var thread = new Thread(() => thrown = Record.Exception(action), SmallStack);
        thread.Start();
        thread.Join();
        Assert.Null(thrown);
    }
}
