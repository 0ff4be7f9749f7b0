using ActorChat.Server.Storage.Accounts;
using ActorChat.Server.Storage.Errors;

namespace ActorChat.Tests.Storage;

/// <summary>What every account store promises, whatever its database; a subclass for each.</summary>
public abstract class AccountStoreContract
{
    /// <summary>Opens the store, beside messages; each test has a database of its own, which stays when the store is closed.</summary>
    private protected abstract IAccountStore Open();

    /// <summary>Makes every write fail as locked until it is disposed of.</summary>
    private protected abstract IDisposable LockOut();

    [Fact]
    public void An_account_is_found_by_its_key_also_after_reopening()
    {
        var ana = new Account("ana", "Ana", "ana-looks", "$hash$", 1, 2);
        using (var store = Open())
        {
            Assert.True(store.TryAdd(ana));
            Assert.Null(store.Find("Ana"));
        }

        using var again = Open();
        Assert.Equal(ana, again.Find("ana"));
        Assert.Equal(["Ana"], again.Names());
    }

    [Theory]
    [InlineData("ana", "ANA", "other", false)]
    [InlineData("аna", "аna", "ana", false)]
    [InlineData("ona", "ona", "ana", true)]
    [InlineData("anä", "anä", "anä", true)]
    public void A_key_and_the_looks_of_a_name_beyond_ASCII_are_given_once(string key, string name, string skeleton, bool isAdded)
    {
        using var store = Open();
        Assert.True(store.TryAdd(AccountOf("ana")));
        Assert.Equal(isAdded, store.TryAdd(new Account(key, name, skeleton, "h", 0, 0)));
        Assert.Equal(isAdded, store.Find(key)?.Name == name);
    }

    [Fact]
    public async Task Of_many_who_add_one_account_at_once_one_succeeds()
    {
        Open().Dispose();
        var added = new bool[4];
        await Together.RunAsync(added.Length, (i, meet) =>
        {
            using var store = Open();
            meet();
            added[i] = store.TryAdd(AccountOf("ana") with { Hash = $"{i}" });
        });

        using var reader = Open();
        Assert.Equal(reader.Find("ana")!.Hash, Assert.Single(Enumerable.Range(0, 4), i => added[i]).ToString(CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_password_is_replaced_and_a_login_noted_with_a_stronger_hash_or_without()
    {
        using var store = Open();
        store.TryAdd(AccountOf("ana"));
        Assert.True(store.TrySetPassword("ana", "h2"));
        Assert.True(store.TrySetPassword("ana", "h2"));
        Assert.False(store.TrySetPassword("beto", "h2"));
        store.NoteLogin("ana", 7, hash: null);
        Assert.Equal(("h2", 7), (store.Find("ana")!.Hash, store.Find("ana")!.LastLogin));
        store.NoteLogin("ana", 8, "h3");
        Assert.Equal(("h3", 8), (store.Find("ana")!.Hash, store.Find("ana")!.LastLogin));
    }

    [Fact]
    public void An_account_that_ends_takes_along_what_waits_for_it()
    {
        using var store = Open();
        store.TryAdd(AccountOf("ana"));
        store.TryAdd(AccountOf("beto"));
        Keep(store, "ana", "hola");
        Keep(store, "beto", "hola");
        Assert.True(store.TryRemove("ana"));
        Assert.False(store.TryRemove("ana"));
        store.TryAdd(AccountOf("ana"));
        Assert.Empty(Waiting(store, "ana"));
        Assert.Single(Waiting(store, "beto"));
    }

    [Fact]
    public void Messages_wait_in_order_each_kept_exactly_until_they_are_delivered()
    {
        string[] texts = ["uno", "ñ'\"\\; --", "\U0001F600", new('x', 70_000)];
        using var store = Open();
        store.TryAdd(AccountOf("ana"));
        foreach (var text in texts)
            Keep(store, "ana", text);

        var waiting = store.Waiting("ana", since: 0, count: 100);
        Assert.Equal(texts, waiting.Select(message => message.Text));
        Assert.All(waiting, message => Assert.Equal(("ana", "Beto", 50), (message.To, message.From, message.Instant)));
        Assert.Equal(["uno", texts[1]], store.Waiting("ana", since: 0, count: 2).Select(message => message.Text));

        // What came meanwhile stays, also when all others were delivered: no number is given twice.
        store.RemoveDelivered("ana", waiting[^1].Id);
        Keep(store, "ana", "nuevo");
        store.RemoveDelivered("ana", waiting[^1].Id);
        Assert.Equal(["nuevo"], Waiting(store, "ana"));
    }

    [Fact]
    public void So_many_wait_for_one_and_none_for_nobody()
    {
        using var store = Open();
        store.TryAdd(AccountOf("ana"));
        store.TryAdd(AccountOf("beto"));
        Assert.Equal([KeepResult.Kept, KeepResult.Kept, KeepResult.Full], Enumerable.Range(0, 3).Select(_ => Keep(store, "ana", "x", max: 2)));
        Assert.Equal(KeepResult.Kept, Keep(store, "beto", "x", max: 2));
        Assert.Equal(KeepResult.NoAccount, Keep(store, "carla", "x"));
    }

    [Fact]
    public void What_is_too_old_neither_counts_nor_is_given_nor_stays()
    {
        using var store = Open();
        store.TryAdd(AccountOf("ana"));
        Keep(store, "ana", "vieja", instant: 10);
        Assert.Equal(KeepResult.Kept, store.Keep(new WaitingMessage(0, "ana", "Beto", 30, "nueva"), max: 1, since: 20));
        Assert.Equal(["nueva"], store.Waiting("ana", since: 20, count: 9).Select(message => message.Text));
        store.RemoveExpired(before: 20);
        Assert.Equal(["nueva"], Waiting(store, "ana"));
    }

    [Fact]
    public void A_locked_database_changes_nothing_and_works_again_afterwards()
    {
        using var store = Open();
        store.TryAdd(AccountOf("ana"));
        using (LockOut())
        {
            Assert.Equal(WriteError.Locked, Assert.Throws<WriteException>(() => store.TryAdd(AccountOf("beto"))).Error);
            Assert.Equal(WriteError.Locked, Assert.Throws<WriteException>(() => Keep(store, "ana", "hola")).Error);
        }

        Assert.Null(store.Find("beto"));
        Assert.Empty(Waiting(store, "ana"));
        Assert.True(store.TryAdd(AccountOf("beto")));
    }

    private static Account AccountOf(string name) => new(name, name, name, "h", 0, 0);

    private static KeepResult Keep(IAccountStore store, string to, string text, int max = 100, long instant = 50) =>
        store.Keep(new WaitingMessage(0, to, "Beto", instant, text), max, since: 0);

    private static IEnumerable<string> Waiting(IAccountStore store, string key) => store.Waiting(key, since: 0, count: 100).Select(message => message.Text);
}
