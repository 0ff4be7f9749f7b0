using System.Diagnostics;
using HdrHistogram;

namespace ActorChat.Tests.Stress.Readers;

/// <summary>Hundreds of members that all read, some of whom speak, at a steady rate.</summary>
internal sealed class BusyRoom : IDisposable
{
    private const int Speakers = 20;

    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(10);

    private readonly List<RoomMember> _members = [];
    private volatile HistogramBase _latencies = NewHistogram();

    /// <summary>How many public messages were sent.</summary>
    public int Sent => _members.Sum(member => member.Sent);

    /// <summary>Of how many who never read everybody was told that they are gone.</summary>
    public int Gone => _members.Min(member => member.Gone);

    /// <summary>How many messages were not delivered to somebody yet, or were so twice (then it is negative).</summary>
    public long Missing => _members.Sum(member => Sent - member.Sent - member.Heard);

    /// <summary>So many join, and read from then on.</summary>
    public static async Task<BusyRoom> JoinAsync(ServerProcess server, int number)
    {
        var room = new BusyRoom();
        for (var i = 0; i < number; i++)
        {
            var member = new RoomMember($"m{i}");
            room._members.Add(member);
            await member.JoinAsync(server.Chat, reads: true);

            // Ends with the connection, whose end nobody waits for; what is missing then shows in the figures.
            _ = member.ReadAsync(() => room._latencies);
        }

        return room;
    }

    /// <summary>So many messages a second. Gives how long their deliveries took.</summary>
    /// <param name="rate">Messages a second.</param>
    /// <param name="isEnough">Asked after each beat, with the time that has gone by.</param>
    public async Task<HistogramBase> SpeakAsync(double rate, Func<TimeSpan, bool> isEnough)
    {
        var latencies = _latencies = NewHistogram();
        var (before, next, watch) = (Sent, 0, Stopwatch.StartNew());
        using var beat = new PeriodicTimer(Beat);
        do
        {
            await beat.WaitForNextTickAsync();
            for (var due = (rate * watch.Elapsed.TotalSeconds) - (Sent - before); due >= 1; due--)
                await _members[next++ % Speakers].SayAsync();
        }
        while (!isEnough(watch.Elapsed));

        return latencies;
    }

    /// <summary>Waits until everybody has got everything; gives what is still missing after a minute.</summary>
    public async Task<long> SettleAsync()
    {
        var waited = Stopwatch.StartNew();
        while (Missing != 0 && waited.Elapsed < StressSettings.HangLimit / 4)
            await Task.Delay(50);
        return Missing;
    }

    public void Dispose()
    {
        foreach (var member in _members)
            member.Dispose();
    }

    // Many threads note what they read.
    private static LongConcurrentHistogram NewHistogram() => new(1, TimeStamp.Hours(24), numberOfSignificantValueDigits: 2);
}
