using ActorChat.Server.Storage;
using ActorChat.Server.Storage.Errors;

namespace ActorChat.Tests.Storage;

/// <summary>What every store of messages and its readers promise, whatever the database; a subclass for each.</summary>
public abstract class MessageStoreContract
{
    private long _number;

    /// <summary>Opens the store; each test has a database of its own, which stays when the store is closed.</summary>
    private protected abstract IMessageStore Open();

    /// <summary>Opens a reader of what <see cref="Open"/> has opened.</summary>
    private protected abstract IMessageReader OpenReader();

    /// <summary>Every stored row in the order of the ids, read by a connection that is not the store's.</summary>
    private protected abstract IReadOnlyList<StoredMessage> Stored();

    /// <summary>Runs a statement on a connection that is not the store's.</summary>
    private protected abstract void Execute(string sql);

    /// <summary>Makes every write fail as locked until it is disposed of.</summary>
    private protected abstract IDisposable LockOut();

    [Fact]
    public void Messages_are_stored_in_their_order_also_after_reopening()
    {
        using (var store = Open())
        {
            store.Append([Message("uno"), Message("dos")]);
            store.Append([Message("tres")]);
        }

        using (var store = Open())
            store.Append([Message("cuatro"), Message("cinco")]);

        Assert.Equal(["uno", "dos", "tres", "cuatro", "cinco"], Stored().Select(row => row.Content));
    }

    [Fact]
    public void All_fields_are_stored()
    {
        using var store = Open();
        store.Append([new MessageRecord("hola", Sample.Noon.AddMilliseconds(7), "10.1.2.3", "ana", "general", 5)]);

        Assert.Equal([new StoredMessage(1, "hola", "2025-09-07T12:00:00", "10.1.2.3", "ana", "general")], Stored());
        Assert.Equal([(5, Sample.Noon.ToUnixTimeMilliseconds() + 7, "ana", "hola")], Read("general"));
    }

    [Fact]
    public void A_message_of_the_confirmation_port_has_neither_author_nor_room_nor_number()
    {
        using var store = Open();
        store.Append([Sample.Message("hola"), Sample.Message("hola")]);
        store.Append([Sample.Message("hola")]);

        Assert.Equal(new StoredMessage(1, "hola", "2025-09-07T12:00:00", "127.0.0.1", null, null), Stored()[0]);
        Assert.Equal(3, Stored().Count);
        Assert.Empty(Read(""));
    }

    [Fact]
    public void An_instant_may_differ_from_what_the_clock_showed()
    {
        using var store = Open();
        store.Append([Sample.Message("hola", 1) with { Instant = 1_800_000_000_123 }]);

        Assert.Equal("2025-09-07T12:00:00", Assert.Single(Stored()).SentAt);
        Assert.Equal(1_800_000_000_123, Read("general").Single().Instant);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("'; DROP TABLE mensajes; --")]
    [InlineData("\"comillas\" 'simples' `graves` \\ % ?1 $c @c0")]
    [InlineData("con\0cero\0")]
    [InlineData("\r\n\t\u001b[31m")]
    [InlineData("ñandú n\u0303 日本語 👩‍👩‍👧‍👦 🇲🇽")]
    [InlineData("007")]
    [InlineData("NULL")]
    public void A_text_is_kept_exactly(string text)
    {
        using var store = Open();
        store.Append([new MessageRecord(text, Sample.Noon, "127.0.0.1", text, text, 1)]);

        var row = Assert.Single(Stored());
        Assert.Equal((text, text, text), (row.Content, row.Author, row.Room));
        Assert.Equal([(1, text, text)], Read(text).Select(message => (message.Number, message.Author, message.Content)));
    }

    [Fact]
    public void Half_of_a_surrogate_pair_becomes_the_replacement_character()
    {
        using var store = Open();
        store.Append([Message("a\ud83db"), Message("\ude00")]);

        Assert.Equal(["a\ufffdb", "\ufffd"], Stored().Select(row => row.Content));
    }

    [Fact]
    public void A_long_text_is_kept_exactly()
    {
        var text = string.Concat(Enumerable.Repeat("línea 👍\n", 200_000));
        using var store = Open();
        store.Append([Message(text), Message("corto")]);

        Assert.Equal([text, "corto"], Stored().Select(row => row.Content));
    }

    [Fact]
    public void Times_are_stored_to_the_second_whatever_the_culture()
    {
        // The Thai calendar counts 543 years more, and Finnish writes 12.34.56.
        foreach (var culture in new[] { "th-TH", "fi-FI" })
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);
            using var store = Open();
            store.Append([Message("hola") with { SentAt = new DateTimeOffset(2025, 1, 2, 23, 59, 59, 999, TimeSpan.FromHours(5)) }]);
        }

        Assert.Equal(["2025-01-02T23:59:59", "2025-01-02T23:59:59"], Stored().Select(row => row.SentAt));
    }

    [Fact]
    public void A_batch_of_ten_thousand_is_stored_in_order()
    {
        var batch = Enumerable.Range(1, 10_000).Select(i => Message($"mensaje {i}")).ToList();
        using var store = Open();
        store.Append(batch);

        Assert.Equal(batch.Select(message => message.Content), Stored().Select(row => row.Content));
        Assert.Equal(10_000, Last("general").Number);
    }

    [Fact]
    public void A_number_that_is_taken_leaves_nothing_of_its_batch_and_other_rooms_have_numbers_of_their_own()
    {
        using var store = Open();
        store.Append([Sample.Message("uno", 1), Sample.Message("uno de otra", 1, "otra")]);

        var batch = new[] { Sample.Message("dos", 2), Sample.Message("sin sala"), Sample.Message("otro uno", 1) };
        Assert.Equal(WriteError.NumberTaken, Assert.Throws<WriteException>(() => store.Append(batch)).Error);
        Assert.Equal(["uno", "uno de otra"], Stored().Select(row => row.Content));

        store.Append([Sample.Message("dos", 2)]);
        Assert.Equal((2, 1), (Last("general").Number, Last("otra").Number));
    }

    [Fact]
    public void A_number_that_another_store_has_taken_is_taken_too()
    {
        using var store = Open();
        using (var other = Open())
            other.Append([Sample.Message("uno", 1)]);

        Assert.Equal(WriteError.NumberTaken, Assert.Throws<WriteException>(() => store.Append([Sample.Message("otro", 1)])).Error);
        Assert.Equal("uno", Assert.Single(Stored()).Content);
    }

    [Fact]
    public void The_last_message_of_a_room_is_the_one_with_the_greatest_number()
    {
        using var store = Open();
        using var reader = OpenReader();
        Assert.Equal(default, reader.Last("general"));
        store.Append([Sample.Message("uno", 1) with { Instant = 10 }, Sample.Message("dos", 2) with { Instant = 20 }]);
        Assert.Equal(new RoomPosition(2, 20), reader.Last("general"));
        store.Append([Sample.Message("tres", 3) with { Instant = 20 }, Sample.Message("de otra", 9, "otra")]);

        Assert.Equal(new RoomPosition(3, 20), reader.Last("general"));
        Assert.Equal(default, reader.Last("general2"));
    }

    [Fact]
    public void A_mark_is_kept_and_found_among_the_last_messages_of_its_room()
    {
        using var store = Open();
        store.Append([
            Sample.Message("uno", 1) with { Mark = "k1" }, .. Enumerable.Range(2, 1000).Select(i => Sample.Message($"{i}", i)),
            Sample.Message("dos", 1002) with { Mark = "k2" }, Sample.Message("de otra", 1, "otra") with { Mark = "k3" },
        ]);
        using var reader = OpenReader();
        Assert.Equal([("dos", "k2")], reader.Marked("general", 1002).Select(message => (message.Content, message.Mark)));
        Assert.Equal(["k1", null], reader.Before("general", 3, 9).Select(message => message.Mark));
    }

    [Fact]
    public void A_reader_gives_the_messages_next_to_a_number_in_order()
    {
        using var store = Open();
        store.Append([.. Enumerable.Range(1, 50).Select(i => Sample.Message($"{i}", i)), Sample.Message("de otra", 7, "otra")]);
        using var reader = OpenReader();

        Assert.Equal([38, 39, 40], reader.Before("general", 41, 3).Select(message => message.Number));
        Assert.Equal(["1", "2"], reader.Before("general", 3, 10).Select(message => message.Content));
        Assert.Equal([50], reader.Before("general", long.MaxValue, 1).Select(message => message.Number));
        Assert.Empty(reader.Before("general", 1, 10));
        Assert.Empty(reader.Before("general", 50, 0));
        Assert.Equal([11, 12, 13], reader.After("general", 10, 3).Select(message => message.Number));
        Assert.Equal(["49", "50"], reader.After("general", 48, 10).Select(message => message.Content));
        Assert.Equal([1], reader.After("general", 0, 1).Select(message => message.Number));
        Assert.Empty(reader.After("general", 50, 10));
        Assert.Empty(reader.After("general", long.MaxValue, 10));
    }

    [Fact]
    public async Task A_reader_sees_whole_batches_while_the_writer_commits()
    {
        using var store = Open();
        using var reader = OpenReader();
        var writing = Task.Run(() =>
        {
            for (var i = 0; i < 200; i++)
                store.Append([.. Enumerable.Range((i * 5) + 1, 5).Select(number => Sample.Message($"{number}", number))]);
        });

        var last = 0L;
        while (last < 1000)
        {
            if (writing.IsFaulted)
                await writing;
            var seen = reader.Before("general", long.MaxValue, 7);
            Assert.Equal(0, seen.Count == 0 ? 0 : seen[^1].Number % 5);
            Assert.Equal(seen.Select((_, i) => seen[0].Number + i), seen.Select(message => message.Number));
            Assert.InRange(reader.Last("general").Number, last, 1000);
            last = reader.Last("general").Number;
        }

        await writing;
    }

    [Fact]
    public void A_locked_database_refuses_the_whole_batch_and_works_again_afterwards()
    {
        using var store = Open();
        store.Append([Message("antes")]);

        using (LockOut())
        {
            var failure = Assert.Throws<WriteException>(() => store.Append([Message("perdido"), Message("perdido también")]));
            Assert.Equal(WriteError.Locked, failure.Error);
        }

        store.Append([Message("después")]);
        Assert.Equal(["antes", "después"], Stored().Select(row => row.Content));
    }

    // What a program for looking at databases does to a table while it is in use.
    [Theory]
    [InlineData("DROP TABLE mensajes")]
    [InlineData("ALTER TABLE mensajes RENAME TO mensajes_viejos")]
    [InlineData("ALTER TABLE mensajes DROP COLUMN autor")]
    public void A_table_that_was_dropped_renamed_or_cut_takes_nothing_until_it_is_opened_anew(string sql)
    {
        using var store = Open();
        store.Append([Message("uno")]);
        Execute(sql);

        Assert.Equal(WriteError.TableChanged, Assert.Throws<WriteException>(() => store.Append([Message("perdido")])).Error);
        using var again = Open();
        again.Append([Message("dos")]);
        Assert.Equal("dos", Stored()[^1].Content);
    }

    [Fact]
    public void What_is_closed_can_be_closed_again_but_not_used()
    {
        var store = Open();
        var reader = OpenReader();
        Array.ForEach<IDisposable>([store, store, reader, reader], closed => closed.Dispose());

        Assert.Throws<ObjectDisposedException>(() => store.Append([Message("tarde")]));
        Assert.Throws<ObjectDisposedException>(() => reader.Last("general"));
    }

    [Fact]
    public void Any_messages_in_any_batches_read_back_equal_and_in_order()
    {
        using var store = Open();
        var expected = new List<StoredMessage>();

        Prop.ForAll(Batches().ToArbitrary(), batches =>
        {
            foreach (var batch in batches)
                Append(store, batch, expected);
            return Content(Stored()).SequenceEqual(Content(expected));
        }).QuickCheckThrowOnFailure();
    }

    // What is like the message before may be handled otherwise than what is not.
    [Fact]
    public void Messages_that_are_alike_in_some_fields_keep_those_in_which_they_differ()
    {
        using var store = Open();
        var expected = new List<StoredMessage>();

        Prop.ForAll(Alike().ListOf(50).ToArbitrary(), messages =>
        {
            Append(store, messages, expected);
            return Content(Stored()).SequenceEqual(Content(expected));
        }).QuickCheckThrowOnFailure();
    }

    /// <summary>The next of the room.</summary>
    private protected MessageRecord Message(string text) => Sample.Message(text, ++_number);

    private protected RoomPosition Last(string room)
    {
        using var reader = OpenReader();
        return reader.Last(room);
    }

    private List<(long Number, long Instant, string Author, string Content)> Read(string room)
    {
        using var reader = OpenReader();
        return [.. reader.Before(room, long.MaxValue, 1000).Select(message => (message.Number, message.Instant, message.Author, message.Content))];
    }

    // Ids may have gaps where something was refused.
    private static IEnumerable<StoredMessage> Content(IEnumerable<StoredMessage> rows) => rows.Select(row => row with { Id = 0 });

    private void Append(IMessageStore store, IEnumerable<MessageRecord> messages, List<StoredMessage> expected)
    {
        var batch = messages.Select(message => message with { Number = message.Room is null ? null : ++_number }).ToList();
        store.Append(batch);
        expected.AddRange(batch.Select(AsStored));
    }

    private static StoredMessage AsStored(MessageRecord message) => new(
        0,
        message.Content,
        message.SentAt.ToString("yyyy-MM-dd'T'HH':'mm':'ss", CultureInfo.InvariantCulture),
        message.Address,
        message.Author,
        message.Room);

    private static Gen<MessageRecord> Alike() =>
        from content in Gen.Elements("uno", "dos")
        from seconds in Gen.Choose(0, 1)
        from address in Gen.Elements("10.0.0.1", "::1")
        from author in Gen.Elements<string?>("ana", "beto", "", null)
        from room in Gen.Elements<string?>("general", "", null)
        select new MessageRecord(content, Sample.Noon.AddSeconds(seconds), address, author, room, null);

    private static Gen<List<List<MessageRecord>>> Batches()
    {
        var rune = Gen.OneOf(Gen.Choose(0, 0x7F), Gen.Choose(0, 0x10FFFF).Where(Rune.IsValid)).Select(value => new Rune(value));
        var text = rune.ListOf().Select(runes => string.Concat(runes));
        var name = Gen.OneOf(Gen.Constant<string?>(null), text.Select(string? (value) => value));
        var time = Gen.Choose(0, int.MaxValue).Select(seconds => DateTimeOffset.UnixEpoch.AddSeconds(seconds));
        var address = Gen.OneOf(
            Gen.Choose(0, 255).ArrayOf(4).Select(bytes => new IPAddress([.. bytes.Select(value => (byte)value)])),
            Gen.Choose(1, 255).ArrayOf(16).Select(bytes => new IPAddress([.. bytes.Select(value => (byte)value)])));
        var message =
            from content in text
            from sentAt in time
            from ip in address
            from author in name
            from room in name
            select new MessageRecord(content, sentAt, ip.ToString(), author, room, null);
        return message.ListOf().Select(batch => batch.ToList()).ListOf().Select(batches => batches.ToList());
    }
}
