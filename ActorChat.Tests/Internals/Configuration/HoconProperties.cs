using Akka.Configuration;
using Akka.Configuration.Hocon;
using FsCheck;
using FsCheck.Fluent;
using Xunit;
using Config = Akka.Configuration.Config;

namespace ActorChat.Tests.Internals.Configuration;

public class HoconProperties
{
    private const string Sample = """"
        # every form
        {
          include "x", a.b = 1, "c d" : [1, [2], { e = f } ${?none}
            g]
          h { i = ${a.b} "quo\u0041\n" three, j += ${?h.k}x }
          l = ${h} { m = """tri"ple""" }  // end
          l.n = null
          + = +1
        }

        """";

    [Fact]
    public void What_is_rendered_reads_back_as_the_same_values()
    {
        Prop.ForAll(HoconGenerators.Objects, tree =>
        {
            var config = new Config(new HoconRoot(new HoconValue(tree)));
            var again = ConfigurationFactory.ParseString(config.ToString());

            return Same(config.Root, again.Root) && Same(config.Root, ConfigurationFactory.ParseString("x = " + tree).GetValue("x")!);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void What_is_rendered_with_its_fallback_reads_back_as_the_two_together()
    {
        Prop.ForAll(HoconGenerators.Objects, HoconGenerators.Objects, (first, second) =>
        {
            var (over, under) = (new Config(new HoconRoot(new HoconValue(first))), new Config(new HoconRoot(new HoconValue(second))));
            var both = over.WithFallback(under);

            return Same(both.Root, ConfigurationFactory.ParseString(both.ToString(true)).Root)
                && Same(both.Root, ConfigurationFactory.ParseString(under.ToString() + over.ToString()).Root)
                && both.ToString() == over.ToString();
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Fallbacks_can_be_put_together_from_either_end()
    {
        Prop.ForAll(HoconGenerators.Objects, HoconGenerators.Objects, HoconGenerators.Objects, (a, b, c) =>
        {
            var (first, second, third) = (Config(a), Config(b), Config(c));

            return Same(first.WithFallback(second).WithFallback(third).Root, first.WithFallback(second.WithFallback(third)).Root);
        }).QuickCheckThrowOnFailure();

        static Config Config(HoconObject keys) => new(new HoconRoot(new HoconValue(keys)));
    }

    [Fact]
    public void Random_text_is_read_or_refused_with_a_place()
    {
        Prop.ForAll(HoconGenerators.Garbage, IsReadOrRefused).Check(FsCheck.Config.QuickThrowOnFailure.WithMaxTest(3_000));
    }

    [Fact]
    public void Every_beginning_of_a_text_is_read_or_refused_with_a_place()
    {
        Assert.NotNull(ReadWithItself(Sample));
        foreach (var end in Enumerable.Range(0, Sample.Length)) Assert.True(IsReadOrRefused(Sample[..end]), Sample[..end]);
        Prop.ForAll(HoconGenerators.Objects, tree =>
        {
            var text = tree.ToString();
            return Enumerable.Range(0, Math.Min(text.Length, 500)).All(end => IsReadOrRefused(text[..end]));
        }).Check(FsCheck.Config.QuickThrowOnFailure.WithMaxTest(20));
    }

    [Fact]
    public void A_line_added_after_a_valid_text_with_a_mistake_is_the_line_of_the_error()
    {
        Prop.ForAll(HoconGenerators.Objects, tree =>
        {
            var text = new Config(new HoconRoot(new HoconValue(tree))).ToString();
            var error = Record.Exception(() => ConfigurationFactory.ParseString(text + "mistake ]"));
            return error is ConfigurationException
                && error.Message.StartsWith($"line {text.Split('\n').Length}, column 9: ", StringComparison.Ordinal);
        }).QuickCheckThrowOnFailure();
    }

    private static bool IsReadOrRefused(string text) => Record.Exception(() => ReadWithItself(text)) switch
    {
        null => true,
        ConfigurationException refused => System.Text.RegularExpressions.Regex.IsMatch(refused.Message, "^line [0-9]+, column [0-9]+: "),
        _ => false,
    };

    // Its includes are the text itself at first, and then nothing, so that they are tried but come to an end.
    private static Config ReadWithItself(string text) =>
        ConfigurationFactory.ParseString(text, _ => Parser.Parse(text, _ => Parser.Parse("a.b = included", null)));

    private static bool Same(HoconValue one, HoconValue other)
    {
        if (one.IsObject() != other.IsObject() || one.IsArray() != other.IsArray()) return false;
        if (one.GetObject() is { } mine && other.GetObject() is { } theirs)
            return mine.Items.Count == theirs.Items.Count
                && mine.Items.All(item => theirs.GetKey(item.Key) is { } value && Same(item.Value, value));
        if (one.IsArray())
            return one.GetArray().Count == other.GetArray().Count
                && one.GetArray().Zip(other.GetArray()).All(pair => Same(pair.First, pair.Second));
        return one.GetString() == other.GetString();
    }
}
