using System.Globalization;
using System.Net;
using System.Text;
using ActorChat.Server.Storage;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace ActorChat.Tests.Storage;

/// <summary>What every message store promises, whatever its database; a subclass for each.</summary>
public abstract class MessageStoreContract
{
    private static readonly DateTime Noon = new(2025, 9, 7, 12, 0, 0, DateTimeKind.Local);

    /// <summary>Opens the store; each test has a database of its own, which stays when the store is closed.</summary>
    private protected abstract IMessageStore Open();

    /// <summary>Every stored row in the order of the ids, read by a connection that is not the store's.</summary>
    private protected abstract IReadOnlyList<StoredMessage> Stored();

    /// <summary>Makes every write fail as locked until it is disposed of.</summary>
    private protected abstract IDisposable LockOut();

    [Fact]
    public void Ids_ascend_without_gaps_also_after_reopening()
    {
        using (var store = Open())
        {
            Assert.Equal([1, 2], store.Append([Message("uno"), Message("dos")]));
            Assert.Equal([3], store.Append([Message("tres")]));
        }

        using (var store = Open())
            Assert.Equal([4, 5], store.Append([Message("cuatro"), Message("cinco")]));

        Assert.Equal(["uno", "dos", "tres", "cuatro", "cinco"], Stored().Select(row => row.Content));
        Assert.Equal([1, 2, 3, 4, 5], Stored().Select(row => row.Id));
    }

    [Fact]
    public void All_fields_are_stored()
    {
        using var store = Open();
        store.Append([new MessageRecord("hola", Noon, IPAddress.Parse("10.1.2.3"), "ana", "general")]);

        Assert.Equal([new StoredMessage(1, "hola", "2025-09-07T12:00:00", "10.1.2.3", "ana", "general")], Stored());
    }

    [Fact]
    public void A_message_of_the_confirmation_port_has_neither_author_nor_room()
    {
        using var store = Open();
        store.Append([new MessageRecord("hola", Noon, IPAddress.Loopback, Author: null, Room: null)]);

        Assert.Equal([new StoredMessage(1, "hola", "2025-09-07T12:00:00", "127.0.0.1", null, null)], Stored());
    }

    [Fact]
    public void An_empty_batch_stores_nothing()
    {
        using var store = Open();

        Assert.Empty(store.Append([]));
        Assert.Empty(Stored());
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("'; DROP TABLE mensajes; --")]
    [InlineData("\"comillas\" 'simples' `graves` \\ % ?1 $c")]
    [InlineData("con\0cero\0")]
    [InlineData("\r\n\t\u001b[31m")]
    [InlineData("ñandú n\u0303 日本語 👩‍👩‍👧‍👦 🇲🇽")]
    [InlineData("007")]
    [InlineData("NULL")]
    public void A_text_is_kept_exactly(string text)
    {
        using var store = Open();
        store.Append([new MessageRecord(text, Noon, IPAddress.Loopback, text, text)]);

        var row = Assert.Single(Stored());
        Assert.Equal((text, text, text), (row.Content, row.Author, row.Room));
    }

    [Fact]
    public void A_long_text_is_kept_exactly()
    {
        var text = string.Concat(Enumerable.Repeat("línea 👍\n", 200_000));
        using var store = Open();
        store.Append([Message(text), Message("corto")]);

        Assert.Equal([text, "corto"], Stored().Select(row => row.Content));
    }

    [Theory]
    [InlineData("192.168.1.20", "192.168.1.20")]
    [InlineData("::1", "::1")]
    [InlineData("2001:db8:85a3:8d3:1319:8a2e:370:7348", "2001:db8:85a3:8d3:1319:8a2e:370:7348")]
    [InlineData("::ffff:10.0.0.1", "10.0.0.1")]
    public void An_address_is_stored_in_its_usual_form(string address, string stored)
    {
        using var store = Open();
        store.Append([new MessageRecord("hola", Noon, IPAddress.Parse(address), null, null)]);

        Assert.Equal(stored, Assert.Single(Stored()).IpAddress);
    }

    [Fact]
    public void Times_are_stored_to_the_second_whatever_the_culture()
    {
        // The Thai calendar counts 543 years more, and Finnish writes 12.34.56.
        foreach (var culture in new[] { "th-TH", "fi-FI" })
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);
            using var store = Open();
            store.Append([Message("hola") with { SentAt = new DateTime(2025, 1, 2, 23, 59, 59, 999) }]);
        }

        Assert.Equal(["2025-01-02T23:59:59", "2025-01-02T23:59:59"], Stored().Select(row => row.SentAt));
    }

    [Fact]
    public void A_batch_of_ten_thousand_is_stored_in_order()
    {
        var batch = Enumerable.Range(1, 10_000).Select(i => Message($"mensaje {i}")).ToList();
        using var store = Open();

        Assert.Equal(Enumerable.Range(1, 10_000).Select(i => (long)i), store.Append(batch));
        Assert.Equal(batch.Select(message => message.Content), Stored().Select(row => row.Content));
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

        Assert.Equal([2], store.Append([Message("después")]));
        Assert.Equal(["antes", "después"], Stored().Select(row => row.Content));
    }

    [Fact]
    public void A_closed_store_can_be_closed_again_but_not_used()
    {
        var store = Open();
        store.Dispose();
        store.Dispose();

        Assert.Throws<ObjectDisposedException>(() => store.Append([Message("tarde")]));
    }

    [Fact]
    public void Any_messages_in_any_batches_read_back_equal_and_in_order()
    {
        using var store = Open();
        var expected = new List<StoredMessage>();

        Prop.ForAll(Batches().ToArbitrary(), batches =>
        {
            foreach (var batch in batches)
            {
                var ids = store.Append(batch);
                expected.AddRange(batch.Zip(ids, AsStored));
            }

            return Stored().SequenceEqual(expected);
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
            var batch = messages.ToList();
            expected.AddRange(batch.Zip(store.Append(batch), AsStored));
            return Stored().SequenceEqual(expected);
        }).QuickCheckThrowOnFailure();
    }

    private protected static MessageRecord Message(string text) => new(text, Noon, IPAddress.Loopback, "ana", "general");

    private static StoredMessage AsStored(MessageRecord message, long id) => new(
        id,
        message.Content,
        message.SentAt.ToString("yyyy-MM-dd'T'HH':'mm':'ss", CultureInfo.InvariantCulture),
        message.IpAddress.ToString(),
        message.Author,
        message.Room);

    private static Gen<MessageRecord> Alike() =>
        from content in Gen.Elements("uno", "dos")
        from seconds in Gen.Choose(0, 1)
        from address in Gen.Elements("10.0.0.1", "::1")
        from author in Gen.Elements<string?>("ana", "beto", "", null)
        from room in Gen.Elements<string?>("general", "", null)
        select new MessageRecord(content, Noon.AddSeconds(seconds), IPAddress.Parse(address), author, room);

    private static Gen<List<List<MessageRecord>>> Batches()
    {
        var rune = Gen.OneOf(Gen.Choose(0, 0x7F), Gen.Choose(0, 0x10FFFF).Where(Rune.IsValid)).Select(value => new Rune(value));
        var text = rune.ListOf().Select(runes => string.Concat(runes));
        var name = Gen.OneOf(Gen.Constant<string?>(null), text.Select(string? (value) => value));
        var time = Gen.Choose(0, int.MaxValue).Select(seconds => DateTime.UnixEpoch.AddSeconds(seconds));
        var address = Gen.OneOf(
            Gen.Choose(0, 255).ArrayOf(4).Select(bytes => new IPAddress([.. bytes.Select(value => (byte)value)])),
            Gen.Choose(1, 255).ArrayOf(16).Select(bytes => new IPAddress([.. bytes.Select(value => (byte)value)])));
        var message =
            from content in text
            from sentAt in time
            from ip in address
            from author in name
            from room in name
            select new MessageRecord(content, sentAt, ip, author, room);
        return message.ListOf().Select(batch => batch.ToList()).ListOf().Select(batches => batches.ToList());
    }
}
