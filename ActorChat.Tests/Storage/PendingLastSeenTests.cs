using ActorChat.Server.Storage;
using ActorChat.Server.Storage.Users;

namespace ActorChat.Tests.Storage;

public class PendingLastSeenTests
{
    private static readonly DateTime Noon = new(2025, 9, 7, 12, 0, 0);

    [Fact]
    public void Spellings_of_one_nickname_are_one_user_with_the_last_of_them()
    {
        var backlog = Of(2, "ana", "beto");
        backlog.Take(2);
        Assert.True(backlog.TryAdd(Seen("Ana", 1)));
        Assert.True(backlog.TryAdd(Seen("ANA", 2)));

        Assert.Equal(["ANA", "beto"], backlog.Nicknames.Order());
        backlog.PutBack();
        Assert.Equal([Seen("ANA", 2), Seen("beto", 0)], backlog.Take(10).OrderBy(user => user.Nickname));
    }

    [Fact]
    public void What_is_written_is_gone_and_the_rest_waits()
    {
        var backlog = Of(10, "ana", "beto", "carla");
        backlog.Take(2);
        backlog.Written();

        Assert.Equal(1, backlog.Count);
        Assert.Equal(["carla"], backlog.Take(2).Select(user => user.Nickname));
    }

    [Fact]
    public void What_is_put_back_does_not_hide_a_later_time()
    {
        var backlog = Of(10, "ana", "beto");
        backlog.Take(2);
        backlog.TryAdd(Seen("ana", 9));
        backlog.PutBack();

        Assert.False(backlog.IsInWork);
        Assert.Equal([Seen("ana", 9), Seen("beto", 0)], backlog.Take(10).OrderBy(user => user.Nickname));
    }

    [Fact]
    public void A_full_one_takes_no_new_nickname_but_new_times()
    {
        var backlog = Of(2, "ana", "beto");

        Assert.False(backlog.TryAdd(Seen("carla", 1)));
        Assert.True(backlog.TryAdd(Seen("ana", 1)));
        Assert.Equal([Seen("ana", 1), Seen("beto", 0)], backlog.Take(10));
        Assert.True(backlog.IsInWork);
    }

    private static PendingLastSeen Of(int capacity, params string[] nicknames)
    {
        var backlog = new PendingLastSeen(capacity);
        foreach (var nickname in nicknames)
            Assert.True(backlog.TryAdd(Seen(nickname, 0)));
        return backlog;
    }

    private static LastSeen Seen(string nickname, int secondsAfterNoon) => new(nickname, Noon.AddSeconds(secondsAfterNoon));
}
