using System.Diagnostics;
using Akka.Actor;

namespace ActorChat.Tests.Faults.Actors;

/// <summary>Actors of every kind and the stores fail at random under load: each failure is answered as docs/architecture.md says.</summary>
internal sealed class ThrowingActors(int seed)
{
    private readonly MoodyMessageStore.Moods _moods = new(seed);
    private readonly Random _random = new(seed);
    private readonly Dictionary<string, int> _thrown = [];
    private int _userFailures;

    public async Task<string> RunAsync(TimeSpan time)
    {
        await using var server = await TestServer.StartAsync(settings => ScriptedUserStore.In(
            settings.WithLongQuietPeriod().WithMessages(open => new MoodyMessageStore(open(), _moods)), _ => FailNowAndThen()));
        List<SteadyMember> members = [.. Enumerable.Range(0, 6).Select(i => new SteadyMember($"testigo{i}", server.Chat))];
        List<SteadyConfirmer> confirmers = [.. Enumerable.Range(0, 3).Select(i => new SteadyConfirmer($"testigo{i}", server.Confirmation))];
        var traffic = new SteadyTraffic(server, members, confirmers);
        var tormentor = new ActorTormentor(server);
        var before = await tormentor.PartsAsync();
        IActorRef[] after = [];
        await traffic.RunAsync(async () =>
        {
            await TormentAsync(tormentor, time);
            after = await tormentor.PartsAsync();
        });

        Assert.Equal(before, after);
        traffic.AssertConfirmed();
        traffic.AssertSeen(message => _moods.Hidden.ContainsKey(message.Content));
        Assert.All(confirmers, confirmer => Assert.Empty(confirmer.Unknown));
        AssertSaidOrRefused(traffic, members);
        AssertNoticed(server, [.. members.Select(member => member.Nickname), .. tormentor.Victims]);
        Assert.DoesNotContain(await server.LogAsync(), logged => logged.Cause is not (null or InjectedException or ActorKilledException));
        return FormattableString.Invariant(
            $"{string.Join(", ", _thrown.OrderBy(kind => kind.Key, StringComparer.Ordinal).Select(kind => $"{kind.Value} x {kind.Key}"))}; {members.Sum(m => m.Lives.Sum(life => life.Sent)):N0} messages said, {members.Sum(m => m.Lives.Sum(life => life.Refused)):N0} refused, {confirmers.Sum(c => c.Confirmed.Count):N0} confirmed, {confirmers.Sum(c => c.Refused.Count)} refused, none lost, none twice; seed {seed}");
    }

    // The users' store fails often: there is little for it to do.
    private void FailNowAndThen()
    {
        if (Interlocked.Increment(ref _userFailures) % 3 == 0)
            throw new InjectedException("users");
    }

    private async Task TormentAsync(ActorTormentor tormentor, TimeSpan time)
    {
        for (var began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began) < time;)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(_random.Next(30)));
            var which = _random.Next(ActorTormentor.Parts.Count + 2);
            if (which < ActorTormentor.Parts.Count)
                await tormentor.KillPartAsync(ActorTormentor.Parts[which]);
            else if (which == ActorTormentor.Parts.Count)
                await tormentor.KillChatConnectionAsync();
            else
                await tormentor.KillConfirmationConnectionAsync();
            var name = which < ActorTormentor.Parts.Count ? ActorTormentor.Parts[which]["/user/node/".Length..] : which == ActorTormentor.Parts.Count ? "chat connection" : "confirmation connection";
            _thrown[name] = _thrown.GetValueOrDefault(name) + 1;
        }
    }

    // Each message was seen by all others, or refused to its author: never both, never neither.
    private void AssertSaidOrRefused(SteadyTraffic traffic, List<SteadyMember> members)
    {
        var stored = traffic.Stored().Where(message => !_moods.Hidden.ContainsKey(message.Content)).ToList();
        foreach (var member in members)
        {
            var life = Assert.Single(member.Lives);
            Assert.Equal(life.Sent - life.Refused, stored.Count(message => message.Author == member.Nickname));
        }
    }

    private static void AssertNoticed(TestServer server, IEnumerable<string> nicknames)
    {
        var noted = server.Database.Query("SELECT nickname FROM clientes").Select(row => (string)row[0]!).ToHashSet();
        Assert.DoesNotContain(nicknames, nickname => !noted.Contains(nickname));
    }
}
