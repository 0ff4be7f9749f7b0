using ActorChat.Server.Storage;
using ActorChat.Server.Storage.Errors;

namespace ActorChat.Tests.Storage;

/// <summary>What every user store promises, whatever its database; a subclass for each.</summary>
public abstract class UserStoreContract
{
    private static readonly DateTime Noon = new(2025, 9, 7, 12, 0, 0, DateTimeKind.Local);

    /// <summary>Opens the store; each test has a database of its own, which stays when the store is closed.</summary>
    private protected abstract IUserStore Open();

    /// <summary>Every stored row, nickname and time, ordered by the nickname's bytes, read by another connection.</summary>
    private protected abstract IReadOnlyList<(string Nickname, string ConnectedAt)> Stored();

    /// <summary>Replaces the table by one made by hand, with just these two columns, with a primary key or without any.</summary>
    private protected abstract void MakeTableByHand(bool withKey);

    /// <summary>Runs a statement on a connection that is not the store's.</summary>
    private protected abstract void Execute(string sql);

    /// <summary>Makes every write fail as locked until it is disposed of.</summary>
    private protected abstract IDisposable LockOut();

    [Fact]
    public void A_nickname_seen_again_gets_the_new_time_also_after_reopening()
    {
        using (var store = Open())
        {
            store.Upsert([Seen("ana", 0), Seen("beto", 0)]);
            store.Upsert([Seen("ana", 7)]);
        }

        using (var store = Open())
            store.Upsert([Seen("beto", 8)]);

        Assert.Equal([("ana", "2025-09-07 12:00:07"), ("beto", "2025-09-07 12:00:08")], Stored());
    }

    [Fact]
    public void Of_two_sightings_in_one_list_the_later_holds()
    {
        using var store = Open();
        store.Upsert([Seen("ana", 5), Seen("ana", 3)]);

        Assert.Equal([("ana", "2025-09-07 12:00:03")], Stored());
    }

    [Fact]
    public void Spellings_of_one_nickname_are_one_row_with_the_last_of_them()
    {
        using (var store = Open())
        {
            store.Upsert([Seen("ana", 0), Seen("Ana", 1), Seen("Straße", 1), Seen("aná", 1)]);
            store.Upsert([Seen("ＡＮＡ", 2), Seen("ANA", 3), Seen("STRASSE", 3)]);
        }

        using (var store = Open())
            store.Upsert([Seen("anA", 4)]);

        Assert.Equal([("STRASSE", "2025-09-07 12:00:03"), ("anA", "2025-09-07 12:00:04"), ("aná", "2025-09-07 12:00:01")], Stored());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_table_made_by_hand_keeps_its_spelling_and_gets_no_second_row_for_another(bool withKey)
    {
        MakeTableByHand(withKey);
        using var store = Open();
        store.Upsert([Seen("Ana", 0), Seen("ana", 1), Seen("Straße", 1)]);
        store.Upsert([Seen("ANA", 2), Seen("STRASSE", 2), Seen("beto", 2)]);

        Assert.Equal([("Ana", "2025-09-07 12:00:02"), ("Straße", "2025-09-07 12:00:02"), ("beto", "2025-09-07 12:00:02")], Stored());
    }

    [Fact]
    public void The_same_sighting_twice_is_one_row()
    {
        using var store = Open();
        store.Upsert([Seen("ana", 5)]);
        store.Upsert([Seen("ana", 5)]);

        Assert.Equal([("ana", "2025-09-07 12:00:05")], Stored());
    }

    [Theory]
    [InlineData("ñandú")]
    [InlineData("日本語")]
    [InlineData("O'Hara\"; --")]
    [InlineData("007")]
    [InlineData("")]
    [InlineData("ññññññññññññññññññññññññññññññññññññññññññññññññññññññññññññññññ")]
    public void A_nickname_is_kept_exactly(string nickname)
    {
        using var store = Open();
        store.Upsert([Seen(nickname, 0)]);
        store.Upsert([Seen(nickname, 1)]);

        Assert.Equal([(nickname, "2025-09-07 12:00:01")], Stored());
    }

    [Fact]
    public void Times_are_stored_alike_whatever_the_culture()
    {
        // The Thai calendar counts 543 years more, and Finnish writes 12.34.56.
        foreach (var culture in new[] { "th-TH", "fi-FI" })
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);
            using var store = Open();
            store.Upsert([Seen(culture, 0)]);
        }

        Assert.All(Stored(), row => Assert.Equal("2025-09-07 12:00:00", row.ConnectedAt));
    }

    [Fact]
    public void A_locked_database_refuses_the_whole_list_and_works_again_afterwards()
    {
        using var store = Open();
        store.Upsert([Seen("ana", 0)]);

        using (LockOut())
        {
            var failure = Assert.Throws<WriteException>(() => store.Upsert([Seen("ana", 7), Seen("beto", 7)]));
            Assert.Equal(WriteError.Locked, failure.Error);
        }

        Assert.Equal([("ana", "2025-09-07 12:00:00")], Stored());
        store.Upsert([Seen("ana", 8)]);
        Assert.Equal([("ana", "2025-09-07 12:00:08")], Stored());
    }

    [Theory]
    [InlineData("DROP TABLE clientes")]
    [InlineData("ALTER TABLE clientes RENAME TO clientes_viejos")]
    public void A_table_that_was_dropped_or_renamed_is_made_anew(string sql)
    {
        using var store = Open();
        store.Upsert([Seen("ana", 0)]);
        Execute(sql);

        Assert.Equal(WriteError.TableChanged, Assert.Throws<WriteException>(() => store.Upsert([Seen("ana", 1)])).Error);
        using var again = Open();
        again.Upsert([Seen("Ana", 2), Seen("ana", 3)]);
        Assert.Equal([("ana", "2025-09-07 12:00:03")], Stored());
    }

    [Fact]
    public void An_empty_list_stores_nothing()
    {
        using var store = Open();
        store.Upsert([]);

        Assert.Empty(Stored());
    }

    [Fact]
    public void A_closed_store_can_be_closed_again_but_not_used()
    {
        var store = Open();
        store.Dispose();
        store.Dispose();

        Assert.Throws<ObjectDisposedException>(() => store.Upsert([Seen("ana", 0)]));
    }

    private static LastSeen Seen(string nickname, int secondsAfterNoon) => new(nickname, Noon.AddSeconds(secondsAfterNoon));
}
