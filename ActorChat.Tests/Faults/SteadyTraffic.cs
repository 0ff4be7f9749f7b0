using ActorChat.Tests.Storage;

namespace ActorChat.Tests.Faults;

/// <summary>Members and confirmers together, from the first word to the comparison with what is stored.</summary>
internal sealed class SteadyTraffic(TestServer server, IReadOnlyList<SteadyMember> members, IReadOnlyList<SteadyConfirmer> confirmers)
{
    /// <summary>Everybody joins, then all goes on while something else happens, then everybody sees the last message.</summary>
    public async Task RunAsync(Func<Task> meanwhile)
    {
        using var failed = new CancellationTokenSource();
        try
        {
            await RunAsync(meanwhile, failed.Token);
        }
        catch
        {
            await failed.CancelAsync();
            throw;
        }
    }

    /// <summary>Every confirmed message is stored once, every other at most once.</summary>
    public void AssertConfirmed()
    {
        var stored = Stored().Where(message => message.Author is null).CountBy(message => message.Content).ToDictionary();
        Assert.DoesNotContain(confirmers.SelectMany(confirmer => confirmer.Confirmed), text => stored.GetValueOrDefault(text) != 1);
        Assert.DoesNotContain(stored.Values, count => count != 1);
        Assert.All(confirmers, confirmer => Assert.NotEmpty(confirmer.Confirmed));
    }

    /// <summary>
    /// Every member has seen the one order of the ids: in each of its lives all that was said by anybody else, from the first that it saw
    /// to its end, nothing left out, nothing twice, and nothing again that an earlier life has seen.
    /// </summary>
    /// <param name="isHidden">Of the stored messages those that nobody could see.</param>
    public void AssertSeen(Func<StoredMessage, bool>? isHidden = null)
    {
        var said = Stored().Where(message => message.Author is not null && isHidden?.Invoke(message) != true).ToList();
        Assert.Equal(said.Count, said.Select(message => message.Content).Distinct().Count());
        foreach (var member in members)
            AssertSeen(said, member);
    }

    /// <summary>Of what a life said the first messages are stored, in order; all of them where it was whole and none was refused.</summary>
    public void AssertSaid()
    {
        var said = Stored().Where(message => message.Author is not null).ToList();
        foreach (var life in members.SelectMany(member => member.Lives))
        {
            var stored = said.Where(message => IsOf(life, message)).Select(message => message.Content).ToList();
            Assert.Equal(Enumerable.Range(0, stored.Count).Select(number => $"{life.Mark}{number}"), stored);
            Assert.InRange(stored.Count, life.IsWhole ? life.Sent : 0, life.Sent + 1);
        }
    }

    public List<StoredMessage> Stored() => server.Database.Messages();

    private async Task RunAsync(Func<Task> meanwhile, CancellationToken failed)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(failed);
        var joined = Task.WhenAll(members.Select(member => member.Joined));
        var lives = Task.WhenAll(members.Select(member => member.LiveAsync(joined, end.Token, failed)));
        await joined.WaitAsync(TestTimeout.Limit, failed);
        var confirming = Task.WhenAll(confirmers.Select(confirmer => confirmer.LiveAsync(end.Token)));
        await meanwhile();
        await end.CancelAsync();
        await confirming.WaitAsync(TestTimeout.Limit, failed);
        await Task.WhenAll(members.Select(member => member.Silent)).WaitAsync(TestTimeout.Limit, failed);
        await SayLastAsync();
        await lives.WaitAsync(TestTimeout.Limit, failed);
        await server.StopAsync();
    }

    private static void AssertSeen(List<StoredMessage> said, SteadyMember member)
    {
        var next = 0;
        foreach (var life in member.Lives.Where(life => life.Seen.Count > 0))
        {
            var others = said.Where(message => !IsOf(life, message)).ToList();
            var first = others.FindIndex(message => Line(message) == life.Seen[0]);
            Assert.True(first >= 0, $"{member.Nickname} saw '{life.Seen[0]}', which is not stored.");
            Assert.Equal(others.Skip(first).Take(life.Seen.Count).Select(Line), life.Seen);
            Assert.True(said.IndexOf(others[first]) >= next, $"{member.Nickname} saw '{life.Seen[0]}' again.");
            next = said.IndexOf(others[first + life.Seen.Count - 1]) + 1;
            if (life.IsWhole)
                Assert.StartsWith(SteadyMember.Last, others[first + life.Seen.Count].Content, StringComparison.Ordinal);
            if (member.Lives is [{ IsWhole: true }])
                Assert.Equal(0, first);
        }
    }

    private static bool IsOf(MemberLife life, StoredMessage message) => message.Content.StartsWith(life.Mark, StringComparison.Ordinal);

    private static string Line(StoredMessage message) => $"{message.Author}: {message.Content}";

    private async Task SayLastAsync()
    {
        await using var speaker = await WireClient.JoinAsync(server.Chat, "presentador");
        for (var attempt = 0; !await SaysAsync(speaker, $"{SteadyMember.Last} {attempt}"); attempt++)
        {
        }
    }

    // False where it was refused.
    private static async Task<bool> SaysAsync(WireClient speaker, string text)
    {
        await speaker.SendAsync($"{text}\n/username\n");
        var isStored = true;
        for (var line = await speaker.ReadLineAsync(); line != "Tu nickname es presentador"; line = await speaker.ReadLineAsync())
        {
            Assert.NotNull(line);
            isStored &= line != SteadyMember.NotStored;
        }

        return isStored;
    }
}
