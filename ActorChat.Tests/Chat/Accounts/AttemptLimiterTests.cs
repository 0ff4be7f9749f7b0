using ActorChat.Server.Chat.Accounts.Passwords;

namespace ActorChat.Tests.Chat.Accounts;

public sealed class AttemptLimiterTests
{
    private static readonly TimeSpan Start = TimeSpan.FromHours(1), Interval = TimeSpan.FromSeconds(10);

    private readonly AttemptLimiter _limiter = new(new Rate(Interval, 2), capacity: 3);

    [Theory]
    [InlineData("a", "other")]
    [InlineData("other", "ana")]
    public void An_address_and_an_account_each_have_so_many_attempts(string address, string account)
    {
        Assert.True(Try("a", "ana"));
        Assert.True(Try("a", "ana"));
        Assert.False(_limiter.TryBegin(address, account, Start, out var until));
        Assert.Equal(Start + Interval, until);
        Assert.True(_limiter.TryBegin(address, account, until, out _));
        Assert.True(Try("b", "beto"));
    }

    [Fact]
    public void Right_passwords_do_not_count_and_keep_the_way_free_for_their_address()
    {
        for (var i = 0; i < 10; i++)
        {
            Assert.True(Try("home", "ana"));
            _limiter.Succeed("home", "ana", Start);
        }

        Assert.True(Try("storm", "ana"));
        Assert.True(Try("storm", "ana"));
        Assert.False(Try("elsewhere", "ana"));
        Assert.True(Try("home", "ana"));
    }

    [Fact]
    public void A_full_memory_refuses_strangers_until_somebody_is_forgotten()
    {
        foreach (var i in Enumerable.Range(0, 3))
            Assert.True(Try($"{i}", $"n{i}"));
        Assert.False(Try("new", "n0"));
        Assert.True(Try("0", "n0"));
        Assert.True(_limiter.TryBegin("new", "new", Start + (2 * Interval), out _));
    }

    private bool Try(string address, string account) => _limiter.TryBegin(address, account, Start, out _);
}
