using ActorChat.Server.Logging;
using ActorChat.Server.Output;
using Akka.Event;

namespace ActorChat.Tests.Logging;

/// <summary>The lines of the log on the console.</summary>
public sealed class ConsoleLineTests
{
    [Fact]
    public void A_line_has_time_level_actor_and_text_in_columns()
    {
        var info = Line.Info("hola", "/user/node/chat-listener/conn-1");

        Assert.Equal($"{Line.Time(info)} INFO  /user/node/chat-listener/conn-1           hola\n", Line.Of(info));
    }

    public static TheoryData<string, Type> Levels => new()
    {
        { "DEBUG", typeof(Debug) },
        { "INFO ", typeof(Info) },
        { "WARN ", typeof(Warning) },
        { "ERROR", typeof(Error) },
    };

    [Theory]
    [MemberData(nameof(Levels))]
    public void Levels_are_five_wide_and_the_text_begins_in_the_same_column_whatever_the_actor(string name, Type level) => Assert.All(Sources, source =>
    {
        var line = Line.Of((Akka.Event.LogEvent)Activator.CreateInstance(level, null, source, typeof(Line), "text")!);
        Assert.Equal(name, line.Substring(13, 5));
        Assert.Equal(61, line.IndexOf("text", StringComparison.Ordinal));
    });

    [Theory]
    [InlineData("[akka://actorchat/user/node/x#12]", "/user/node/x")]
    [InlineData("akka://actorchat/user/node/x", "/user/node/x")]
    [InlineData("[akka.tcp://actorchat@127.0.0.1:9000/user/$a#-1]", "/user/$a#-1")]
    [InlineData("akka://actorchat/", "/")]
    [InlineData("akka://actorchat", "akka://actorchat")]
    [InlineData("CoordinatedShutdown", "CoordinatedShutdown")]
    [InlineData("ActorSystem(actorchat)", "ActorSystem(actorchat)")]
    [InlineData("[]", "[]")]
    [InlineData("", "")]
    public void An_actor_is_shown_by_its_path_alone(string source, string shown) => Assert.Equal(shown, ActorPathText.Shorten(source));

    [Fact]
    public void A_long_path_loses_its_middle()
    {
        var line = Line.Of(Line.Info("hola", "/user/node/confirmation-listener/conn-1234567890"));

        Assert.Equal("/user/node/confirma…ener/conn-1234567890  hola\n", line[19..]);
    }

    [Fact]
    public void An_exception_is_told_on_the_same_line()
    {
        var error = new Error(new IOException("disk\nfull"), "[akka://a/user/node#7]", typeof(Line), "no");

        Assert.EndsWith("  no (IOException: disk\\nfull)\n", Line.Of(error), StringComparison.Ordinal);
        Assert.Single(Line.Of(error), character => character == '\n');
    }

    [Fact]
    public void An_exception_whose_message_is_the_text_is_not_told_twice()
    {
        var error = new Error(new IOException("disk full"), "x", typeof(Line), "disk full");

        Assert.EndsWith("  disk full (IOException)\n", Line.Of(error), StringComparison.Ordinal);
    }

    [Fact]
    public void At_debug_level_the_stack_trace_follows_indented()
    {
        var error = new Error(Line.Thrown("disk\e[31m full"), "x", typeof(Line), "no");

        var lines = Line.Of(error, stackTraces: true).TrimEnd('\n').Split('\n');

        Assert.EndsWith("  no (IOException: disk\\u001b[31m full)", lines[0], StringComparison.Ordinal);
        Assert.Contains(lines, line => line.Contains(nameof(Line.Thrown), StringComparison.Ordinal));
        Assert.All(lines[1..], line => Assert.StartsWith("    ", line, StringComparison.Ordinal));
        Assert.All(lines, line => Assert.DoesNotContain(line, char.IsControl));
    }

    [Fact]
    public void Colours_do_not_change_the_text()
    {
        var info = Line.Info("hola");

        var coloured = Line.Of(info, colours: true);

        Assert.StartsWith("\e[90m", coloured, StringComparison.Ordinal);
        Assert.Equal(Line.Of(info), coloured
            .Replace("\e[90m", "", StringComparison.Ordinal).Replace("\e[36m", "", StringComparison.Ordinal)
            .Replace("\e[32m", "", StringComparison.Ordinal).Replace("\e[0m", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true, null, "xterm", true)]
    [InlineData(true, "", "xterm", true)]
    [InlineData(true, null, null, true)]
    [InlineData(true, "1", "xterm", false)]
    [InlineData(true, null, "dumb", false)]
    [InlineData(false, null, "xterm", false)]
    public void Colours_are_for_terminals_whose_user_has_not_refused_them(bool isTerminal, string? noColor, string? term, bool wanted) =>
        Assert.Equal(wanted, ConsoleLineFormatter.WantsColours(isTerminal, name => name == "NO_COLOR" ? noColor : name == "TERM" ? term : null));

    [Fact]
    public void Whatever_is_logged_is_one_line_that_steers_nothing() => Prop.ForAll(AnyString.Arbitrary, AnyString.Arbitrary, (text, other) =>
    {
        var line = Line.Of(new Warning(new InvalidOperationException(other), $"[akka://a/user/{other}]", typeof(Line), text));
        return line[^1] == '\n' && !line[..^1].Any(char.IsControl) && !line.Any(character => character is '\u2028' or '\u2029' or '\u202E');
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Text_without_harmful_characters_is_shown_as_it_is() => Prop.ForAll(AnyString.Arbitrary, text =>
    {
        // Letters, by their category, are also some that show nothing; and two halves that come to stand together may make a tag.
        var harmless = string.Concat(text.Where(character => character is not ('\u115F' or '\u1160' or '\u3164' or '\uFFA0' or '\uDB40')
            && (char.IsLetterOrDigit(character) || char.IsPunctuation(character) || char.IsSurrogate(character))));
        return VisibleText.Escape(harmless) == harmless && VisibleText.Escape(VisibleText.Escape(text)) == VisibleText.Escape(text);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("a\r\nb", "a\\r\\nb")]
    [InlineData("a\tb", "a\\tb")]
    [InlineData("\e[2J\0\u009b", "\\u001b[2J\\u0000\\u009b")]
    [InlineData("a\u2028b\u2029c\u202Ed\u2066e", "a\\u2028b\\u2029c\\u202ed\\u2066e")]
    [InlineData("a\u200Bn\uFEFFa\u3164", "a\\u200bn\\ufeffa\\u3164")]
    [InlineData("a\U000E0041\uDB40", "a\\udb40\\udc41\uDB40")]
    [InlineData("\u0600 می\u200Cخواهم", "\u0600 می\u200Cخواهم")]
    [InlineData("👩‍👩‍👧 año {0} C:\\n", "👩‍👩‍👧 año {0} C:\\n")]
    public void Harmful_characters_are_shown_by_their_numbers(string text, string shown) => Assert.Equal(shown, VisibleText.Escape(text));

    [Fact]
    public void Braces_in_a_text_are_no_holes()
    {
        var translated = LogTranslation.Translate(Line.Info("{Actor} {0} {{x}}"));

        Assert.Equal("{Actor} {0} {{x}}", Line.Text(translated));
        Assert.Equal("{{Actor}} {{0}} {{{{x}}}}", translated.MessageTemplate.Text);
    }

    private static readonly string[] Sources = ["[akka://a/user/node#1]", "", "CoordinatedShutdown", $"akka://a/user/{new string('x', 100)}"];
}
