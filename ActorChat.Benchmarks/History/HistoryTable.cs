using System.Globalization;
using ActorChat.Benchmarks.Load.Runs;
using ActorChat.Server.Storage;
using ActorChat.Server.Storage.Sqlite;

namespace ActorChat.Benchmarks.History;

/// <summary>A database with many messages: half of them in the room of all, the others in a thousand rooms, as they would be after years.</summary>
internal static class HistoryTable
{
    private const int Rooms = 1000, WordsPerMessage = 8, Batch = 20_000;

    private static readonly DateTimeOffset Begin = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The name of one of the thousand.</summary>
    public static string Room(int number) => string.Create(CultureInfo.InvariantCulture, $"room{number}");

    /// <summary>Makes the database, or adds what one that is there lacks.</summary>
    public static void Make(string path, int messages, Progress progress)
    {
        var database = new SqliteDatabase(new SqliteOptions(path) { Sync = SqliteSync.Normal });
        using var store = database.OpenMessages();
        using var reader = database.OpenReader();
        var (random, numbers) = (new Random(1), new Dictionary<string, long>());
        var vocabulary = new Vocabulary(random);
        for (var there = Count(database); there < messages; there += Batch)
        {
            store.Append([.. Enumerable.Range(0, (int)Math.Min(Batch, messages - there)).Select(i => Next(there + i))]);
            progress.Tell(() => string.Create(CultureInfo.InvariantCulture, $"made: {there:N0} of {messages:N0} messages"));
        }

        MessageRecord Next(long i)
        {
            var room = random.Next(2) == 0 ? RoomName.General.Value : Room(random.Next(Rooms));
            if (!numbers.TryGetValue(room, out var last))
                last = reader.Last(room).Number;
            numbers[room] = last + 1;
            var author = string.Create(CultureInfo.InvariantCulture, $"user{random.Next(200)}");
            var text = string.Join(' ', vocabulary.Next(WordsPerMessage));
            return new MessageRecord(text, Begin.AddSeconds(10 * i), "127.0.0.1", author, room, last + 1);
        }
    }

    /// <summary>The last numbers of rooms.</summary>
    public static Dictionary<string, long> Last(string path, IEnumerable<string> rooms)
    {
        using var reader = new SqliteDatabase(new SqliteOptions(path)).OpenReader();
        return rooms.ToDictionary(room => room, room => reader.Last(room).Number);
    }

    private static long Count(SqliteDatabase database) =>
        database.OpenWith(session =>
        {
            using (session)
                return session.Query("SELECT COALESCE(MAX(id), 0) FROM mensajes", row => row.Number(0)).Single();
        });
}
