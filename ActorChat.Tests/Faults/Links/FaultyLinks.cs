using System.Diagnostics;
using ActorChat.Tests.Fuzz.Attacks;

namespace ActorChat.Tests.Faults.Links;

/// <summary>Members and confirmers talk over faulty links and sound ones: nothing is missing, twice or out of order.</summary>
internal sealed class FaultyLinks(int seed)
{
    private readonly Random _random = new(seed);

    public required TimeSpan Time { get; init; }

    /// <summary>How long a link stands still, time and again.</summary>
    public required TimeSpan Stop { get; init; }

    public required double Loss { get; init; }

    public async Task<string> RunAsync()
    {
        // A pause in the middle of a line, however long, must not be taken for its end.
        await using var server = await TestServer.StartAsync(settings => settings.WithLongQuietPeriod());
        List<SteadyMember> members = [.. Enumerable.Range(0, 3).Select(i => new SteadyMember($"sano{i}", server.Chat))];
        List<SteadyConfirmer> confirmers = [new("sano", server.Confirmation)];
        await using var lossy = new Faulty(server, "pierde", new LinkFaults { Loss = Loss }, _random.Next(), members, confirmers);
        await using var late = new Faulty(server, "tarda", new LinkFaults { Delay = TimeSpan.FromMilliseconds(200) }, _random.Next(), members, confirmers);
        await using var bytewise = new Faulty(server, "gotea", new LinkFaults { IsByteByByte = true }, _random.Next(), members, confirmers);
        await using var breaking = new Faulty(server, "corta", LinkFaults.None, _random.Next(), members, confirmers);
        await using var stopping = new Faulty(server, "para", LinkFaults.None, _random.Next(), members, confirmers);
        var traffic = new SteadyTraffic(server, members, confirmers);
        var breaks = 0;
        await traffic.RunAsync(() => Task.WhenAll(StopAsync(stopping), BreakAsync(breaking, () => breaks++)));

        traffic.AssertSeen();
        traffic.AssertSaid();
        traffic.AssertConfirmed();
        Assert.All(members.Where(member => !member.Nickname.StartsWith("corta", StringComparison.Ordinal)), member => Assert.True(member.Lives is [{ IsWhole: true }], member.Nickname));
        await server.ExpectQuietAsync();
        return FormattableString.Invariant(
            $"{members.Count} members, {members.Sum(m => m.Lives.Sum(life => life.Sent)):N0} messages said, {members.Sum(m => m.Lives.Sum(life => life.Seen.Count)):N0} seen, {confirmers.Sum(c => c.Confirmed.Count):N0} confirmed ({confirmers.Sum(c => c.Unknown.Count)} cut off), {lossy.Lost} segments lost, {breaks} resets, stops of {Stop.TotalSeconds} s, seed {seed}: none missing, none twice, one order");
    }

    private async Task StopAsync(Faulty link)
    {
        for (var began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began) < Time;)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(_random.Next(100, 500)));
            await link.StopForAsync(Stop);
        }
    }

    private async Task BreakAsync(Faulty link, Action broken)
    {
        var random = new Random(seed);
        for (var began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began) < Time;)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(50, 400)));
            if (link.ResetOne(random))
                broken();
        }
    }

    // A way to each port, with two members and a confirmer on it.
    private sealed class Faulty : IAsyncDisposable
    {
        private readonly FaultyProxy _chat;
        private readonly FaultyProxy _confirmation;

        public Faulty(TestServer server, string name, LinkFaults faults, int seed, List<SteadyMember> members, List<SteadyConfirmer> confirmers)
        {
            _chat = new FaultyProxy(server.Chat, faults, seed);
            _confirmation = new FaultyProxy(server.Confirmation, faults, seed + 1);
            members.AddRange([new SteadyMember(name + "0", _chat.Address), new SteadyMember(name + "1", _chat.Address)]);
            confirmers.Add(new SteadyConfirmer(name, _confirmation.Address));
        }

        public int Lost => _chat.Lost + _confirmation.Lost;

        public Task StopForAsync(TimeSpan time) => Task.WhenAll(_chat.StopForAsync(time), _confirmation.StopForAsync(time));

        public bool ResetOne(Random random) => (random.OnceIn(3) ? _confirmation : _chat).ResetOne(random);

        public async ValueTask DisposeAsync()
        {
            await _chat.DisposeAsync();
            await _confirmation.DisposeAsync();
        }
    }
}
