using System.Globalization;
using ActorChat.Tests.EndToEnd.Support;
using Xunit;

namespace ActorChat.Tests.EndToEnd.Storage;

/// <summary>
/// The strongest promise, again and again on one file: whatever anybody saw, or was told is stored, outlives SIGKILL at any moment.
/// </summary>
public sealed class KillTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _rows = [];
    private long _lastId;

    [Fact]
    public Task After_a_few_kills_under_load_everything_confirmed_or_seen_is_there_once_and_in_order() => KillAsync(3, mostHeard: 1000);

    [Fact]
    [Trait("Category", "Stress")]
    public Task After_fifty_kills_under_load_everything_confirmed_or_seen_is_there_once_and_in_order()
    {
        // A share of a run's time: all fifty in ten minutes.
        var seconds = int.Parse(Environment.GetEnvironmentVariable("ACTORCHAT_STRESS_SECONDS") ?? "60", CultureInfo.InvariantCulture);
        return KillAsync(Math.Clamp(50 * seconds / 600, 5, 50), mostHeard: 5000);
    }

    public void Dispose() => _folder.Dispose();

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
            using var last = await ServerProcess.StartAsync(_folder.Path);
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
        using var server = await ServerProcess.StartAsync(_folder.Path);
        if (before is not null)
            Verify(before);

        var traffic = new Traffic(name);
        var rest = await traffic.StartAsync(server, heard);
        await Task.Delay(later);
        await server.KillAsync();
        await rest;
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

        Assert.Equal($"{_rows.Count}", Rows.Of(_folder.Database, $"SELECT COUNT(*) FROM mensajes WHERE id <= {_lastId}").Single());
        _rows.AddRange(rows.Select(row => row.Line));
        _lastId = rows[^1].Id;
    }

    private List<(long Id, string Author, string Text, string Line)> RowsAfter(long id) =>
    [
        .. Rows.Of(_folder.Database, $"SELECT id, autor, contenido FROM mensajes WHERE id > {id} ORDER BY id").Select(row => row.Split('|', 3))
            .Select(parts => (long.Parse(parts[0], CultureInfo.InvariantCulture), parts[1], parts[2], $"{parts[1]}: {parts[2]}")),
    ];
}
