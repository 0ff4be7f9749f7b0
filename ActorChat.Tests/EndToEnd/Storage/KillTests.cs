using ActorChat.Tests.Storage.MySql;
using ActorChat.Tests.Stress;

namespace ActorChat.Tests.EndToEnd.Storage;

/// <summary>The strongest promise: whatever anybody saw, or was told is stored, outlives SIGKILL at any moment, again and again.</summary>
public abstract class KillContract
{
    private const int MostKills = 50;

    private readonly List<string> _rows = [];
    private long _lastId;

    private protected TemporaryFolder Folder { get; } = new();

    /// <summary>How many are few: each costs seconds.</summary>
    private protected abstract int Few { get; }

    /// <summary>How many there are in the shortest stress run.</summary>
    private protected abstract int LeastKills { get; }

    // A share of a run's time: all of them in ten minutes.
    private int Many => Math.Clamp((int)(MostKills * (StressSettings.Total / TimeSpan.FromMinutes(10))), LeastKills, MostKills);

    /// <summary>What sends a server's messages to the database.</summary>
    private protected virtual string[] Settings => [];

    [Fact]
    public Task After_a_few_kills_under_load_everything_confirmed_or_seen_is_there_once_and_in_order() => KillAsync(Few, mostHeard: 1000);

    [Fact]
    [Trait("Category", "Stress")]
    public Task After_many_kills_under_load_everything_confirmed_or_seen_is_there_once_and_in_order() => KillAsync(Many, mostHeard: 5000);

    /// <summary>The rows of a query, each as its values joined by <c>|</c>; NULL is empty.</summary>
    private protected abstract IReadOnlyList<string> Query(string sql);

    /// <summary>Waits until the database has noticed the kill.</summary>
    private protected virtual Task NoticedAsync() => Task.CompletedTask;

    private async Task KillAsync(int kills, int mostHeard)
    {
        var seed = Random.Shared.Next();
        var moments = new Random(seed);
        var kill = 0;
        try
        {
            Traffic? before = null;
            for (; kill < kills; kill++)
                before = await KillOnceAsync($"k{kill}", before, moments.Next(1, mostHeard), TimeSpan.FromMicroseconds(moments.Next(20_000)));
            using var last = await ServerProcess.StartAsync(Folder.Path, Settings);
            Verify(before!);
            Assert.Equal(_rows, RowsAfter(0).Select(row => row.Line));
        }
        catch (Exception failure)
        {
            throw new InvalidOperationException($"Kill {kill} of the moments of seed {seed}: {failure.Message}", failure);
        }
    }

    /// <param name="name">Of the traffic.</param>
    /// <param name="before">What the kill before has cut off; looked at as soon as the server is back.</param>
    /// <param name="heard">The kill comes when the clients have heard so much,</param>
    /// <param name="later">and a little later: not in step with what they hear.</param>
    private async Task<Traffic> KillOnceAsync(string name, Traffic? before, int heard, TimeSpan later)
    {
        using var server = await ServerProcess.StartAsync(Folder.Path, Settings);
        if (before is not null)
            Verify(before);

        var traffic = new Traffic(name);
        var rest = await traffic.StartAsync(server, heard);
        await Task.Delay(later);
        await server.KillAsync();
        await rest;
        await NoticedAsync();
        return traffic;
    }

    private void Verify(Traffic traffic)
    {
        var rows = RowsAfter(_lastId);
        var said = rows.Where(row => row.Author.Length > 0).ToList();
        var confirmed = rows.Where(row => row.Author.Length == 0).Select(row => row.Text).ToList();

        Assert.Equal(said.Count, said.Select(row => row.Line).Distinct().Count());
        Assert.Equal(confirmed.Count, confirmed.Distinct().Count());
        Assert.Empty(traffic.Confirmed.Except(confirmed));
        foreach (var (member, seen) in traffic.Seen)
            Assert.Equal(seen, said.Where(row => row.Author != member).Take(seen.Count).Select(row => row.Line));
        Assert.NotEqual(0, traffic.Confirmed.Count + traffic.Seen.Values.Sum(seen => seen.Count));

        Assert.Equal($"{_rows.Count}", Query($"SELECT COUNT(*) FROM mensajes WHERE id <= {_lastId}").Single());
        AssertNumbered();
        _rows.AddRange(rows.Select(row => row.Line));
        _lastId = rows[^1].Id;
    }

    private List<(long Id, string Author, string Text, string Line)> RowsAfter(long id) =>
    [
        .. Query($"SELECT id, autor, contenido FROM mensajes WHERE id > {id} ORDER BY id").Select(row => row.Split('|', 3))
            .Select(parts => (long.Parse(parts[0], CultureInfo.InvariantCulture), parts[1], parts[2], $"{parts[1]}: {parts[2]}")),
    ];

    private void AssertNumbered()
    {
        var numbered = Query("SELECT numero, instante FROM mensajes WHERE sala IS NOT NULL ORDER BY id")
            .Select(row => row.Split('|').Select(value => long.Parse(value, CultureInfo.InvariantCulture)).ToList()).ToList();
        Assert.Equal(Enumerable.Range(1, numbered.Count).Select(number => (long)number), numbered.Select(row => row[0]));
        Assert.Equal(numbered.Select(row => row[1]).Order(), numbered.Select(row => row[1]));
    }
}

/// <summary>With the messages in a SQLite file.</summary>
public sealed class KillTests : KillContract, IDisposable
{
    private protected override int Few => 3;

    private protected override int LeastKills => 5;

    public void Dispose() => Folder.Dispose();

    private protected override IReadOnlyList<string> Query(string sql) => Rows.Of(Folder.Database, sql);
}

/// <summary>With the messages, and the users, on a MariaDB server that goes on.</summary>
[Collection(MariaDbFixture.Name)]
public sealed class MySqlKillTests(MariaDbFixture fixture) : KillContract, IDisposable
{
    private readonly MySqlTestDatabase _database = fixture.NewDatabase();

    private protected override int Few => 1;

    private protected override int LeastKills => 20;

    private protected override string[] Settings => MySqlMessagesTests.Settings(_database.Options);

    public void Dispose()
    {
        _database.Dispose();
        Folder.Dispose();
    }

    private protected override IReadOnlyList<string> Query(string sql) => [.. _database.Query(sql).Select(row => string.Join('|', row))];

    // What the killed server had sent may still be carried out.
    private protected override Task NoticedAsync() =>
        MySqlUsersTests.BecomesAsync(_database, "SELECT COUNT(*) FROM information_schema.processlist WHERE db = DATABASE()", "1");
}
