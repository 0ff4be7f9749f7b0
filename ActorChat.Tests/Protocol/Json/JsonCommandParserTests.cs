using ActorChat.Protocol.Json;

namespace ActorChat.Tests.Protocol.Json;

public sealed class JsonCommandParserTests
{
    private const int MaxText = 20;

    [Fact]
    public void A_request_is_the_command_that_the_line_port_knows()
    {
        AssertParsed(new ChatCommand.Hello("ana"), """{"type":"hello","nick":"ana"}""");
        AssertParsed(new ChatCommand.Numbered(7, new ChatCommand.Join("juegos")), """{"type":"join","n":7,"room":"juegos","more":[{}]}""");
        AssertParsed(
            new ChatCommand.In("juegos", new ChatCommand.Post("hola #ana") { Mark = "k3" }), """{"type":"say","room":"juegos","text":"hola #ana","cid":"k3"}""");
        AssertParsed(new ChatCommand.Private("beto", "/hola"), """{"type":"whisper","to":"beto","text":"/hola"}""");
        AssertParsed(new ChatCommand.History(120, IsForward: false, 5, "juegos"), """{"type":"history","room":"juegos","before":120,"limit":5}""");
        AssertParsed(new ChatCommand.History(0, IsForward: true, 50, "juegos"), """{"type":"history","room":"juegos","after":0}""");
        AssertParsed(new ChatCommand.History(long.MaxValue, IsForward: false, 50, "juegos"), """{"type":"history","room":"juegos","after":null}""");
        AssertParsed(new ChatCommand.In("juegos", new ChatCommand.Topic("-")), """{"type":"topic","room":"juegos","text":" "}""");
        AssertParsed(new ChatCommand.In("juegos", new ChatCommand.Topic("")), """{"type":"topic","room":"juegos"}""");
        AssertParsed(new ChatCommand.In("juegos", new ChatCommand.List(2)), """{"type":"members","room":"juegos","page":2}""");
        AssertParsed(new ChatCommand.Help(IsAboutModeration: true), """{"type":"line","text":"/ayuda orden"}""");
        AssertParsed(new ChatCommand.In("juegos", new ChatCommand.Time()), """{"type":"line","room":"juegos","text":"/hora"}""");
    }

    [Theory]
    [InlineData("[]", "NotObject", "")]
    [InlineData("{\"type\":\"ping\"", "NotObject", "")]
    [InlineData("{\"type\":\"ping\",\"a\":[[[[[[[[[[1]]]]]]]]]]}", "NotObject", "")]
    [InlineData("{}", "BadField", "type")]
    [InlineData("{\"type\":7}", "BadField", "type")]
    [InlineData("{\"type\":\"post\\u001b[31m\"}", "UnknownType", "post[31m")]
    [InlineData("{\"type\":\"ping\",\"n\":\"7\"}", "BadField", "n")]
    [InlineData("{\"type\":\"ping\",\"n\":1.5}", "BadField", "n")]
    [InlineData("{\"type\":\"say\",\"room\":\"a\"}", "BadField", "text")]
    [InlineData("{\"type\":\"say\",\"room\":\"a\",\"text\":\" \\u200b\"}", "BadField", "text")]
    [InlineData("{\"type\":\"say\",\"room\":\"a\",\"text\":\"\\ud800\"}", "BadField", "text")]
    [InlineData("{\"type\":\"say\",\"room\":\"a\",\"text\":\"123456789012345678901\"}", "TextTooLong", "")]
    [InlineData("{\"type\":\"say\",\"room\":\"a\",\"text\":\"x\",\"cid\":\"\"}", "BadField", "cid")]
    [InlineData("{\"type\":\"say\",\"room\":\"a\",\"text\":\"x\",\"cid\":\"ñ\"}", "BadField", "cid")]
    [InlineData("{\"type\":\"history\",\"room\":\"a\",\"limit\":101}", "BadField", "limit")]
    [InlineData("{\"type\":\"history\",\"room\":\"a\",\"before\":0}", "BadField", "before")]
    public void What_cannot_be_understood_says_why(string json, string fault, string subject) =>
        AssertParsed(new ChatCommand.Invalid(Enum.Parse<RequestFault>(fault), subject), json);

    [Fact]
    public void An_answer_to_a_faulty_request_has_its_number_too() =>
        AssertParsed(new ChatCommand.Numbered(7, new ChatCommand.Invalid(RequestFault.BadField, "room")), """{"type":"join","n":7}""");

    [Fact]
    public void What_is_shown_of_any_request_steers_no_terminal_and_is_one_line() => Prop.ForAll(AnyString.Arbitrary, text =>
    {
        var json = System.Text.Json.JsonSerializer.Serialize(new { type = "say", room = "general", text });
        if (JsonCommandParser.Parse(json, maxText: 10_000) is ChatCommand.In { What: ChatCommand.Post post })
            Assert.Equal(DisplayText.Sanitize(post.Text), post.Text);
        JsonCommandParser.Parse(text, MaxText);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    private static void AssertParsed(ChatCommand expected, string json) => Assert.Equal(expected, JsonCommandParser.Parse(json, MaxText));
}
