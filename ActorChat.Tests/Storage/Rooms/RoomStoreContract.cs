using ActorChat.Server.Storage;
using ActorChat.Server.Storage.Moderation;

namespace ActorChat.Tests.Storage.Rooms;

/// <summary>What every store of messages and its readers promise of rooms and their order, whatever the database; a subclass for each.</summary>
public abstract class RoomStoreContract
{
    /// <summary>Opens the store; each test has a database of its own, which stays when the store is closed.</summary>
    private protected abstract IMessageStore Open();

    /// <summary>Opens a reader of what <see cref="Open"/> has opened.</summary>
    private protected abstract IMessageReader OpenReader();

    /// <summary>Runs a statement on a connection that is not the store's.</summary>
    private protected abstract void Execute(string sql);

    [Fact]
    public void A_room_is_kept_as_it_was_saved_last_and_forgotten_without_a_topic()
    {
        using var store = Open();
        var room = new StoredRoom("café", "Café", "'ajedrez' 👩‍👩‍👧‍👦 \\", "ana", 1_800_000_000_123);
        store.Save(room with { Topic = "antes" });
        store.Save(room);
        store.Save(new StoredRoom("cafe", "cafe", "otro", "beto", 1));
        using var reader = OpenReader();
        Assert.Equal(["cafe", "café"], reader.Rooms(10).Select(kept => kept.Key).Order(StringComparer.Ordinal));
        var kept = reader.Rooms(10).Single(other => other.Key == room.Key);
        Assert.Equal(room, kept with { Operators = room.Operators, Sanctions = room.Sanctions });
        Assert.Single(reader.Rooms(1));
        store.Save(room with { Topic = "" });
        Assert.Equal("otro", Assert.Single(reader.Rooms(10)).Topic);
    }

    [Fact]
    public void What_was_ordered_in_a_room_is_kept_with_its_topic_and_gone_when_it_is_taken_back()
    {
        using var store = Open();
        var ban = new ModerationAct(ModerationKind.Ban, "juegos", "ana", "Beto", 1_000) { Key = "beto", Until = 9_000, Text = "'por' pesado 👍" };
        var mute = new ModerationAct(ModerationKind.Mute, "juegos", "ana", "Carla", 2_000) { Key = "carla" };
        store.Save(new StoredRoom("juegos", "Juegos", "ajedrez", "ana", 1));
        foreach (var act in new[]
        {
            ban, mute, ban with { Subject = "10.0.0.0/8", Key = "10.0.0.0/8", Until = 0 }, Act(ModerationKind.Own, "dora"), Act(ModerationKind.AddOperator, "oto"),
            Act(ModerationKind.AddOperator, "eva"), Act(ModerationKind.RemoveOperator, "eva"), Act(ModerationKind.Slow) with { Value = 5 },
            Act(ModerationKind.RegisteredOnly) with { Value = 1 }, Act(ModerationKind.Kick, "beto"), ban with { Room = "", Until = 0 },
        })
        {
            store.Save(act, "Juegos");
        }

        using var reader = OpenReader();
        var kept = Assert.Single(reader.Rooms(10));
        Assert.Equal(("Juegos", "ajedrez", "dora", 5, true), (kept.Name, kept.Topic, kept.Owner, kept.SlowSeconds, kept.IsRegisteredOnly));
        Assert.Equal(["oto"], kept.Operators);
        Assert.Equal(
            [new Sanction(false, "10.0.0.0/8", "10.0.0.0/8", 0, "'por' pesado 👍", "ana"), new Sanction(false, "beto", "Beto", 9_000, "'por' pesado 👍", "ana"), new Sanction(true, "carla", "Carla", 0, "", "ana")],
            kept.Sanctions);
        Assert.Equal("beto", Assert.Single(reader.ServerSanctions()).Key);

        store.Save(new StoredRoom("juegos", "Juegos", "", "ana", 2));
        foreach (var act in new[]
        {
            Act(ModerationKind.Unban, "10.0.0.0/8"), Act(ModerationKind.Unmute, "carla"), Act(ModerationKind.Own), Act(ModerationKind.RemoveOperator, "oto"),
            Act(ModerationKind.Slow), Act(ModerationKind.RegisteredOnly),
        })
        {
            store.Save(act, "Juegos");
        }
        Assert.Equal("beto", Assert.Single(Assert.Single(reader.Rooms(10)).Sanctions).Key);

        // The ban has ended meanwhile.
        store.Save(mute with { Instant = 10_000 }, "Juegos");
        store.Save(Act(ModerationKind.Unmute, "carla"), "Juegos");
        Assert.Empty(reader.Rooms(10));

        static ModerationAct Act(ModerationKind kind, string key = "") => new(kind, "juegos", "ana", key, 3_000) { Key = key };
    }

    [Fact]
    public void A_table_of_rooms_of_an_earlier_version_keeps_its_rows()
    {
        using (var before = Open())
            before.Save(new StoredRoom("juegos", "Juegos", "ajedrez", "ana", 7));
        foreach (var column in new[] { "dueno", "lento", "solo_registrados" })
            Execute($"ALTER TABLE salas DROP COLUMN {column}");
        Execute("DROP TABLE sanciones");
        Execute("DROP TABLE operadores");
        using var store = Open();
        using var reader = OpenReader();
        Assert.Equal(("Juegos", "ajedrez", "ana", 7, ""), Assert.Single(reader.Rooms(10)) is var room ? (room.Name, room.Topic, room.TopicAuthor, room.TopicInstant, room.Owner) : default);
    }

    [Fact]
    public void Tables_from_before_there_were_rooms_get_theirs()
    {
        using (var before = Open())
            before.Append([Sample.Message("uno", 1)]);
        Execute("DROP TABLE salas");
        using var store = Open();
        store.Save(new StoredRoom("juegos", "Juegos", "ajedrez", "ana", 1));
        using var reader = OpenReader();
        Assert.Equal("Juegos", Assert.Single(reader.Rooms(10)).Name);
        Assert.Equal("uno", Assert.Single(reader.After("general", 0, 10)).Content);
    }
}
