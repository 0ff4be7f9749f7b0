using ActorChat.Server.Storage;
using ActorChat.Server.Storage.Search;

namespace ActorChat.Tests.Storage.Search;

/// <summary>What every search promises, whatever the database; a subclass for each.</summary>
public abstract class MessageSearchContract
{
    private protected static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, long> _numbers = [];

    private protected abstract IMessageStore OpenStore();

    private protected abstract IMessageSearch? OpenSearch(bool create);

    /// <summary>Runs a statement on a connection that is not the store's.</summary>
    private protected abstract void Execute(string sql);

    [Theory]
    [InlineData("la CANCIÓN de otoño", "cancion")]
    [InlineData("la cancion de otono", "Canción OTOÑO")]
    [InlineData("nin\u0303o y pingüino", "niño PINGUINO")]
    [InlineData("ＡＢＣ ﬁn de la Straße", "abc fin STRASSE")]
    [InlineData("Привет, мир: Ἀθῆναι", "привет МИР αθηναι")]
    [InlineData("本日は日本語を話す", "日本語")]
    [InlineData("¿dónde está «casa»?", "\"casa\" -donde")]
    [InlineData("casa/perro*gato", "perro* (gato) +casa ~ @3 <casa>")]
    [InlineData("near and or not match this that", "NEAR AND or NOT match THIS that")]
    [InlineData("uno_dos 'tres'; DROP TABLE x", "dos' uno OR tres\\ drop")]
    [InlineData("año 2026, ok", "2026 ok")]
    public void Words_are_found_whatever_their_case_accents_and_signs(string text, string typed)
    {
        Store(("general", "otra cosa"), ("general", text), ("general", "nada"));
        using var search = Open();

        Assert.Equal([text], Find(search, typed));
    }

    [Theory]
    [InlineData("cas")]
    [InlineData("casas")]
    [InlineData("casa ausente")]
    [InlineData("xgeneral casa")]
    [InlineData("general")]
    public void A_message_needs_all_of_the_words_as_they_are(string typed)
    {
        Store(("general", "mi casa es tu casa"));
        using var search = Open();

        Assert.Empty(Find(search, typed));
    }

    [Fact]
    public void Only_the_rooms_that_are_named_are_searched_and_spellings_of_rooms_are_not_mixed()
    {
        Store(("general", "hola uno"), ("café", "hola dos"), ("cafe", "hola tres"), ("Cafe", "hola cuatro"), ("a-b.c_d", "hola cinco"), (null, "hola seis"));
        using var search = Open();

        Assert.Equal(["hola tres"], Find(search, "hola", "cafe"));
        Assert.Equal(["hola dos", "hola cinco"], Find(search, "hola", "café", "a-b.c_d", "ausente"));
        Assert.Empty(Find(search, "hola", "a"));
    }

    [Fact]
    public void The_newest_come_first_and_each_page_is_in_the_order_of_the_table()
    {
        Store([.. Enumerable.Range(1, 50).Select(i => ($"sala{i % 3}", $"hola {i}"))]);
        using var search = Open();
        var query = Query("hola", "sala0", "sala1", "sala2");

        var page = search.Find(query, 20, Limit);
        Assert.Equal(Enumerable.Range(31, 20).Select(i => $"hola {i}"), page.Messages.Select(message => message.Content));
        page = search.Find(query with { Before = page.More!.Value }, 20, Limit);
        Assert.Equal(Enumerable.Range(11, 20).Select(i => $"hola {i}"), page.Messages.Select(message => message.Content));
        page = search.Find(query with { Before = page.More!.Value }, 10, Limit);
        Assert.Equal(Enumerable.Range(1, 10).Select(i => $"hola {i}"), page.Messages.Select(message => message.Content));
        Assert.Null(page.More);
    }

    [Fact]
    public void A_page_of_long_messages_is_shorter()
    {
        Store([.. Enumerable.Range(1, 3).Select(i => ("general", $"hola {i}{new string('x', 40_000)}"))]);
        using var search = Open();

        var page = search.Find(Query("hola"), 20, Limit);
        Assert.Equal(3, Assert.Single(page.Messages).Number);
        Assert.Equal(2, Assert.Single(search.Find(Query("hola") with { Before = page.More!.Value }, 20, Limit).Messages).Number);
    }

    [Fact]
    public void All_fields_are_given()
    {
        using (var store = OpenStore())
            store.Append([new MessageRecord("hola 'ana' \\ 👩‍👩‍👧‍👦", Sample.Noon, "10.1.2.3", "beto", "Juegos", 7) { Instant = 1_800_000_000_123 }]);
        using var search = Open();

        Assert.Equal(
            [new ActorChat.Server.Storage.StoredMessage("Juegos", 7, 1_800_000_000_123, "beto", "hola 'ana' \\ 👩‍👩‍👧‍👦")],
            search.Find(Query("hola", "Juegos"), 20, Limit).Messages);
    }

    [Fact]
    public void What_is_stored_later_is_found_after_it_has_caught_up_and_how_much_it_has_is_told()
    {
        Store([.. Enumerable.Range(1, 40).Select(i => ("general", $"hola {i}"))]);
        using var search = OpenSearch(create: true)!;

        Assert.Empty(Find(search, "hola"));
        Assert.InRange(search.CatchUp(20), 0.4, 0.6);
        Assert.Equal(20, Find(search, "hola").Count);
        Assert.Equal(1, search.CatchUp(20));
        Store(("general", "adiós"), (null, "sin sala"));
        Assert.Empty(Find(search, "adios"));
        Assert.Equal(1, search.CatchUp(20));
        Assert.Equal(["adiós"], Find(search, "adios"));
    }

    [Fact]
    public void It_begins_when_it_is_asked_to_and_goes_on_where_it_was()
    {
        Store(("general", "hola uno"));
        Assert.Null(OpenSearch(create: false));
        using (var search = OpenSearch(create: true)!)
            search.CatchUp(1);
        Store(("general", "hola dos"));
        using var again = OpenSearch(create: false)!;

        Assert.Equal(["hola uno"], Find(again, "hola"));
        Assert.Equal(1, again.CatchUp(1));
        Assert.Equal(["hola uno", "hola dos"], Find(again, "hola"));
    }

    [Fact]
    public void What_was_deleted_or_changed_is_not_found_and_its_place_in_the_index_is_given_back()
    {
        Store([.. Enumerable.Range(1, 60).Select(i => ("general", $"hola {i}"))]);
        using var search = Open();
        Execute("DELETE FROM mensajes WHERE id <= 30 OR id = 40");
        Execute("UPDATE mensajes SET contenido = 'otro' WHERE id = 41");
        Execute("UPDATE mensajes SET sala = 'otra' WHERE id = 42");
        Execute("DELETE FROM mensajes WHERE id > 50");

        Assert.Equal(Enumerable.Range(31, 20).Except([40, 41, 42]).Select(i => $"hola {i}"), Find(search, "hola", count: 20));
        search.CatchUp(1000);
        Assert.Equal(30, CountIndexed());
    }

    [Fact]
    public void The_index_of_another_table_is_not_used()
    {
        Store([.. Enumerable.Range(1, 3).Select(i => ("general", $"hola {i}"))]);
        Open().Dispose();
        Execute("UPDATE mensajes SET contenido = CONCAT('adiós ', id)");
        using var search = OpenSearch(create: false)!;

        Assert.Equal(0, CountIndexed());
        Assert.Equal(1, search.CatchUp(1000));
        Assert.Equal(3, Find(search, "adios").Count);
        Assert.Empty(Find(search, "hola"));
    }

    [Fact]
    public void Any_words_of_any_message_find_it()
    {
        using var store = OpenStore();
        using var search = OpenSearch(create: true)!;
        var rune = Gen.OneOf(Gen.Elements(" aáàbBñçßçıİ".EnumerateRunes().ToArray()), Gen.Choose(0x20, 0x10FFFF).Where(Rune.IsValid).Select(value => new Rune(value)));
        var text = rune.ArrayOf().Select(runes => string.Concat(runes));
        Prop.ForAll(text.ToArbitrary(), content =>
        {
            store.Append([Next("general", content)]);
            Assert.Equal(1, search.CatchUp(1000));
            var words = SearchWords.Split(content).Take(8).ToArray();
            return words.Length == 0 || search.Find(new SearchQuery(["general"], words, long.MaxValue), 1000, Limit).Messages.Any(message => message.Content == content);
        }).QuickCheckThrowOnFailure();
    }

    private protected abstract long CountIndexed();

    private protected static SearchQuery Query(string typed, params string[] rooms) =>
        new(rooms.Length == 0 ? ["general"] : rooms, SearchWords.Split(typed), long.MaxValue);

    private protected static List<string> Find(IMessageSearch search, string typed, params string[] rooms) =>
        [.. search.Find(Query(typed, rooms), 1000, Limit).Messages.Select(message => message.Content)];

    private protected static List<string> Find(IMessageSearch search, string typed, int count) =>
        [.. search.Find(Query(typed), count, Limit).Messages.Select(message => message.Content)];

    private protected IMessageSearch Open()
    {
        var search = OpenSearch(create: true)!;
        Assert.Equal(1, search.CatchUp(1_000_000));
        return search;
    }

    private protected void Store(params (string? Room, string Text)[] messages)
    {
        using var store = OpenStore();
        store.Append([.. messages.Select(message => Next(message.Room, message.Text))]);
    }

    private MessageRecord Next(string? room, string text)
    {
        var number = room is null ? (long?)null : _numbers[room] = _numbers.GetValueOrDefault(room) + 1;
        return new MessageRecord(text, Sample.Noon, "127.0.0.1", "ana", room, number);
    }
}
