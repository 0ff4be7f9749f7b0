using ActorChat.Server.Chat;
using ActorChat.Server.Dialects.Lines;
using ActorChat.Server.Resources;

namespace ActorChat.Tests.Dialects.Lines;

/// <summary>Keeps all that dialects of lines promise, and writes public messages so that a program can read them back.</summary>
public sealed class NumberedLineDialectTests : LineDialectContract
{
    private protected override IChatDialect CreateChat(Texts texts) => new NumberedLineDialect(new LineDialect(texts, maxLine: 1024));

    [Fact]
    public void A_page_of_history_ends_with_its_numbers()
    {
        var dialect = CreateChat(Texts.For(Language.Spanish));
        string[] lines =
        [
            "[juegos 1004 2026-11-27T13:03:59.007Z past] ana: hola", "[juegos 1005 2026-11-27T13:04:00.007Z past] beto: [x]",
            "[juegos past 1004 1005 more]", "",
        ];
        Assert.Equal(lines, Decode(dialect.Write(PageOf(isCurrent: true, isForward: true))).Split('\n'));
        Assert.Equal("[cine past 0 0 end]\n", Decode(dialect.Write(new ChatEvent.HistoryPage("cine", true, true, [], HasMore: false))));
    }

    [Fact]
    public void What_was_found_ends_with_its_count()
    {
        var dialect = CreateChat(Texts.For(Language.Spanish));
        var page = new ChatEvent.SearchPage(PageOf(isCurrent: true, isForward: true).Messages, ["hola"], 7, 1);
        Assert.Equal(
            ["[juegos 1004 2026-11-27T13:03:59.007Z past] ana: hola", "[juegos 1005 2026-11-27T13:04:00.007Z past] beto: [x]", "Para ver más (el número marca por dónde va la búsqueda): /buscar antes 7 hola", "[search past 2 more]", ""],
            Decode(dialect.Write(page)).Split('\n'));
        Assert.Equal("[search past 0 end]\n", Decode(dialect.Write(page with { Messages = [], More = null })));
    }

    [Fact]
    public void What_is_written_is_read_back() => Prop.ForAll(AnyString.Arbitrary, text =>
    {
        var said = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(DisplayText.Sanitize(text)));
        var posted = new ChatEvent.MessagePosted(default, 0, "ñandú.2", long.MaxValue, 1_790_000_000_001, "ana", said);
        var expected = new ServerLine.Public("", "ana", said)
        {
            Room = "ñandú.2",
            Number = long.MaxValue,
            Instant = DateTimeOffset.FromUnixTimeMilliseconds(1_790_000_000_001),
        };
        var dialect = CreateChat(Texts.For(Language.English));
        foreach (var happened in (ChatEvent[])[posted, new ChatEvent.Elsewhere("ñandú.2", posted), new ChatEvent.Replay([posted])])
        {
            var line = Decode(dialect.Write(happened))[..^1];
            Assert.Equal(expected with { Text = line, IsPast = happened is ChatEvent.Replay }, ServerLineParser.Parse(line));
        }
    }).QuickCheckThrowOnFailure();
}
