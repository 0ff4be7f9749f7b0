using ActorChat.Server.Storage;
using ActorChat.Server.Storage.Archive;
using ActorChat.Server.Storage.Errors;
using ActorChat.Tests.Storage.MySql;
using Microsoft.Extensions.Time.Testing;

namespace ActorChat.Tests.Storage.Archive;

/// <summary>What going over all messages promises, whatever the database.</summary>
public abstract class MessageArchiveContract
{
    private static readonly DateTimeOffset Old = Sample.Noon.AddDays(-10), Cutoff = Sample.Noon.AddDays(-5);

    [Fact]
    public void All_messages_are_read_once_in_the_order_in_which_they_were_stored()
    {
        using var store = OpenMessages();
        store.Append([Sample.Message("uno", 1), Sample.Message("sin sala"), Sample.Message("dos", 1, "otra"), Sample.Message("tres", 2)]);
        using var archive = OpenArchive();

        var first = archive.Read(long.MinValue, 3);
        Assert.Equal(new ArchivedMessage(first[0].Id, "general", 1, Sample.Noon.ToUnixTimeMilliseconds(), "ana", "127.0.0.1", "uno"), first[0]);
        Assert.Equal(("", 0, ""), (first[1].Room, first[1].Number, first[1].Author));
        Assert.Equal(["uno", "sin sala", "dos", "tres"], first.Concat(archive.Read(first[^1].Id, 3)).Select(message => message.Content));
        Assert.Empty(archive.Read(first[^1].Id + 1, 3));
    }

    [Fact]
    public void What_is_old_is_deleted_wherever_it_stands_and_noted_before_and_afterwards()
    {
        using var store = OpenMessages();
        store.Append([At("viejo", 1, Old), At("justo", 2, Cutoff), Sample.Message("nuevo", 3)]);
        store.Append([.. Enumerable.Range(1, 1200).Select(i => At($"viejo {i}", i, Old, "otra")), Sample.Message("suelto") with { SentAt = Old, Instant = Old.ToUnixTimeMilliseconds() }]);
        store.Append([Sample.Message("último", 4)]);

        Assert.Equal(1202, Purge(Cutoff));
        Assert.Equal(["justo", "nuevo", "último"], Contents());
        Assert.Equal(0, Purge(Cutoff));
        Assert.Equal(
            [["(consola)", "purgar", "", Utc(Cutoff), ""], ["(consola)", "purgar", "", Utc(Cutoff), "1202"]],
            Audit("quien, acto, sala, sujeto, detalle"));
    }

    [Fact]
    public void A_room_is_known_by_what_was_said_or_deleted_or_is_kept()
    {
        using var store = OpenMessages();
        store.Append([At("viejo", 1, Old, "antigua"), Sample.Message("suelto"), Sample.Message("hoy", 1)]);
        store.Save(new StoredRoom("juegos", "Juegos", "ajedrez", "ana", 1));
        Purge(Cutoff);

        using var archive = OpenArchive();
        Assert.Equal(["antigua", "general", "juegos"], archive.Rooms().Order(StringComparer.Ordinal));
        Assert.All(archive.Rooms(), room => Assert.True(archive.HasRoom(room)));
        Assert.False(archive.HasRoom("nohay"));
    }

    [Fact]
    public void A_room_of_which_nothing_is_left_goes_on_with_its_next_number()
    {
        using var store = OpenMessages();
        using var reader = OpenReader();
        store.Append([.. Enumerable.Range(1, 7).Select(i => At($"viejo {i}", i, Old))]);
        Purge(Cutoff);

        Assert.Equal(new RoomPosition(7, Old.ToUnixTimeMilliseconds()), reader.Last("general"));
        Assert.Equal(default, reader.Last("otra"));
        store.Append([At("ocho", 8, Old), Sample.Message("nueve", 9)]);
        Purge(Cutoff);
        Assert.Equal(9, reader.Last("general").Number);
        Purge(Sample.Noon.AddDays(1));
        Assert.Equal(9, reader.Last("general").Number);
    }

    [Fact]
    public void Entries_of_the_audit_table_are_kept_exactly()
    {
        using (OpenMessages())
        using (var archive = OpenArchive())
            archive.Record(new AuditEntry(1_800_000_000_123, "aña", "vetar", "sala", "10.0.0.0/8", "'; DROP TABLE mensajes; -- 👍"));

        Assert.Equal<string?[]>(
            ["1800000000123", "aña", "vetar", "sala", "10.0.0.0/8", "'; DROP TABLE mensajes; -- 👍"],
            Assert.Single(Audit("instante, quien, acto, sala, sujeto, detalle")));
    }

    // Whatever is deleted when: numbers only grow, and what is young stays. Each case goes on where the one before ended.
    [Fact]
    public void Whatever_is_purged_when_no_number_is_given_twice()
    {
        using var store = OpenMessages();
        using var reader = OpenReader();
        var (numbers, day, kept) = (new Dictionary<string, long>(), 0, new List<(string Room, long Number, int Day)>());
        var steps = from room in Gen.Elements("una", "otra") from count in Gen.Choose(0, 3) from age in Gen.Choose(0, 4) select (room, count, age);
        Prop.ForAll(steps.ListOf(20).ToArbitrary(), list =>
        {
            foreach (var (room, count, age) in list)
            {
                day++;
                for (var i = 0; i < count; i++)
                {
                    var number = reader.Last(room).Number + 1;
                    Assert.Equal(numbers.GetValueOrDefault(room) + 1, number);
                    store.Append([At("x", numbers[room] = number, Sample.Noon.AddDays(day), room)]);
                    kept.Add((room, number, day));
                }

                Purge(Sample.Noon.AddDays(day - age));
                kept.RemoveAll(message => message.Day < day - age);
                using var archive = OpenArchive();
                Assert.Equal(kept.Select(message => (message.Room, message.Number)), archive.Read(long.MinValue, 10_000).Select(row => (row.Room, row.Number)));
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(8));
    }

    private protected abstract IMessageStore OpenMessages();

    private protected abstract IMessageReader OpenReader();

    private protected abstract IMessageArchive OpenArchive();

    /// <summary>Columns of the audit table, as text.</summary>
    private protected abstract IEnumerable<string?[]> Audit(string columns);

    private protected static MessageRecord At(string text, long number, DateTimeOffset at, string room = "general") =>
        new(text, at, "127.0.0.1", "ana", room, number);

    private protected long Purge(DateTimeOffset before)
    {
        using var archive = OpenArchive();
        var run = new PurgeRun(archive, AuditEntry.Console, before, new FakeTimeProvider());
        while (run.Step())
        {
        }

        run.Finish();
        return run.Deleted;
    }

    private IEnumerable<string> Contents()
    {
        using var archive = OpenArchive();
        return archive.Read(long.MinValue, 10_000).Select(message => message.Content);
    }

    private static string Utc(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}

public sealed class SqliteMessageArchiveTests : MessageArchiveContract, IDisposable
{
    private readonly TemporaryDatabase _temporary = new();

    [Fact]
    public void Nothing_of_what_was_deleted_is_left_in_the_file()
    {
        using (var store = OpenMessages())
        {
            store.Append([At("SECRETO" + new string('x', 9000), 1, Sample.Noon.AddDays(-9)), Sample.Message("queda", 2)]);
            Purge(Sample.Noon);
        }

        Assert.DoesNotContain("SECRETO", Encoding.Latin1.GetString(File.ReadAllBytes(_temporary.File)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_not_made()
    {
        Assert.IsType<OpenError.FileMissing>(Assert.Throws<OpenException>(OpenArchive).Error);
        Assert.Empty(_temporary.Snapshot());
    }

    public void Dispose() => _temporary.Dispose();

    private protected override IMessageStore OpenMessages() => _temporary.Database.OpenMessages();

    private protected override IMessageReader OpenReader() => _temporary.Database.OpenReader();

    private protected override IMessageArchive OpenArchive() => _temporary.Database.OpenArchive();

    private protected override IEnumerable<string?[]> Audit(string columns) => _temporary.Query($"SELECT {columns} FROM auditoria ORDER BY id")
        .Select(row => row.Select(value => Convert.ToString(value, CultureInfo.InvariantCulture)).ToArray());
}

[Collection(MariaDbFixture.Name)]
public sealed class MySqlMessageArchiveTests(MariaDbFixture fixture) : MessageArchiveContract, IDisposable
{
    private readonly MySqlTestDatabase _temporary = fixture.NewDatabase();

    public void Dispose() => _temporary.Dispose();

    private protected override IMessageStore OpenMessages() => _temporary.Database.OpenMessages();

    private protected override IMessageReader OpenReader() => _temporary.Database.OpenReader();

    private protected override IMessageArchive OpenArchive() => _temporary.Database.OpenArchive();

    private protected override IEnumerable<string?[]> Audit(string columns) => _temporary.Query($"SELECT {columns} FROM auditoria ORDER BY id");
}
