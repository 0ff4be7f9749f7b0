using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace ActorChat.Tests.Stress.Soak;

/// <summary>The members who stay for the whole soak.</summary>
internal sealed class SoakCrowd
{
    // How far ahead of the others a member may be while as much is said as the server takes.
    private const int Window = 20;

    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(20);

    private readonly List<SoakMember> _members = [];
    private readonly List<Task<OrderDigest>> _listening = [];

    private SoakCrowd()
    {
    }

    /// <summary>Somebody of them.</summary>
    public SoakMember First => _members[0];

    /// <summary>How many public messages they have sent.</summary>
    public int Sent => _members.Sum(member => member.Sent);

    /// <summary>How many private messages they were sent.</summary>
    public int Whispers => _members.Sum(member => member.Whispers);

    /// <summary>So many join, and listen from then on.</summary>
    public static async Task<SoakCrowd> JoinAsync(ServerProcess server, int number)
    {
        var crowd = new SoakCrowd();
        for (var i = 0; i < number; i++)
            crowd._members.Add(new SoakMember(await WireClient.JoinAsync(server.Chat, $"m{i}")));
        crowd._listening.AddRange(crowd._members.Select(member => member.ListenAsync()));
        return crowd;
    }

    /// <summary>All speak as fast as the server, the clients and the machine under both let them. Gives the messages a second.</summary>
    public async Task<double> MeasureAsync(TimeSpan duration)
    {
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(_members.Select(member => SpeakInStepAsync(member, watch, duration)));
        await SettleAsync();
        return Sent / watch.Elapsed.TotalSeconds;
    }

    /// <summary>They speak in turn, so many messages a second together, until told to end.</summary>
    public async Task SpeakAsync(double rate, CancellationToken end)
    {
        var (before, watch) = (Sent, Stopwatch.StartNew());
        using var beat = new PeriodicTimer(Beat);
        for (var next = 0; !end.IsCancellationRequested;)
        {
            await beat.WaitForNextTickAsync(CancellationToken.None);
            for (var due = (rate * watch.Elapsed.TotalSeconds) - (Sent - before); due >= 1; due--)
                await _members[next++ % _members.Count].SayAsync();
        }
    }

    /// <summary>Completes when the server has dealt with all that was sent.</summary>
    public Task SettleAsync() => Task.WhenAll(_members.Select(member => member.SettleAsync()));

    /// <summary>After the server's end: everybody has heard exactly what is stored, in its order, and all that was sent is.</summary>
    /// <returns>How many public messages are stored, and how many came by the confirmation port.</returns>
    public async Task<(int Said, int Confirmed)> AuditAsync(string database)
    {
        var heard = await Task.WhenAll(_listening);
        Assert.All(_members, member => Assert.True(member.WasToldOfStop, member.Name));
        var stored = _members.ConvertAll(_ => new OrderDigest()).ToArray();
        var numbers = _members.ToDictionary(member => member.Name, _ => 0);
        var (said, confirmed) = (0, 0);
        foreach (var (author, text) in Read(database))
        {
            if (author.Length == 0)
            {
                confirmed++;
                continue;
            }

            said++;
            for (var i = 0; i < stored.Length; i++)
            {
                if (_members[i].Name != author)
                    stored[i].Add($"{author}: {text}");
            }

            if (numbers.TryGetValue(author, out var number))
                Assert.Equal((numbers[author] = number + 1) - 1, int.Parse(text, CultureInfo.InvariantCulture));
        }

        Assert.All(_members, member => Assert.Equal(member.Sent, numbers[member.Name]));
        Assert.Equal(stored.Select(digest => (digest.Count, digest.Value)), heard.Select(digest => (digest.Count, digest.Value)));
        return (said, confirmed);
    }

    private async Task SpeakInStepAsync(SoakMember member, Stopwatch watch, TimeSpan duration)
    {
        var others = _members.Count - 1;
        while (watch.Elapsed < duration)
        {
            if (((member.Sent - Window) * (long)others) < member.Heard)
                await member.SayAsync();
            else
                await Task.Delay(1);
        }
    }

    private static IEnumerable<(string Author, string Text)> Read(string database)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT autor, contenido FROM mensajes ORDER BY id";
        using var reader = command.ExecuteReader();
        while (reader.Read())
            yield return (reader.IsDBNull(0) ? "" : reader.GetString(0), reader.GetString(1));
    }
}
