using ActorChat.Server.Chat;
using ActorChat.Server.Chat.Nicknames;
using ActorChat.Tests.Protocol.Names;
using Akka.Actor;

namespace ActorChat.Tests.Chat.Nicknames;

public sealed class NicknameRegistryTests
{
    private readonly Dictionary<SessionId, NicknameHolder> _holders = [];
    private readonly NicknameRegistry _registry;
    private long _lastSession;

    public NicknameRegistryTests() => _registry = new NicknameRegistry(_holders);

    [Theory]
    [InlineData("ana", "ANA")]
    [InlineData("ana", "аna")]
    [InlineData("аna", "ana")]
    [InlineData("ΝΙΚΟ", "νικο")]
    [InlineData("νονο", "vovo")]
    [InlineData("jose", "j\u0307ose")]
    [InlineData("ana1", "anaӏ")]
    [InlineData("anaӏ", "anaI")]
    [InlineData("isik", "ısık")]
    public void Of_two_nicknames_that_are_the_same_or_look_alike_only_the_first_gets_in(string first, string second)
    {
        Assert.True(Add(first));
        Assert.False(Add(second));
        Assert.Equal([first], _holders.Values.Select(holder => holder.Nickname.Value));
    }

    [Theory]
    [InlineData("ana", "аna")]
    [InlineData("νονο", "vovo")]
    [InlineData("Νina", "nina")]
    public void A_member_who_goes_leaves_the_nickname_and_its_look_free(string first, string second)
    {
        Assert.True(Add(first));

        Assert.True(_registry.TryRemove(new SessionId(1), out var gone));
        Assert.Equal(first, gone.Nickname.Value);
        Assert.Empty(_holders);
        Assert.True(Add(second));
        Assert.False(Add(first));
    }

    [Theory]
    [InlineData("ILA", "LIA")]
    [InlineData("ana1", "anal")]
    [InlineData("o", "0")]
    [InlineData("rnario", "mario")]
    public void Letters_of_ASCII_are_told_apart(string first, string second)
    {
        Assert.True(Add(first));
        Assert.True(Add(second));
        Assert.Equal(2, _holders.Count);
    }

    [Fact]
    public void A_look_is_free_only_when_all_who_have_it_are_gone()
    {
        Assert.True(Add("ana1"));
        Assert.True(Add("anal"));

        Assert.True(_registry.TryRemove(new SessionId(1), out _));
        Assert.False(Add("anaӏ"));
        Assert.True(_registry.TryRemove(new SessionId(2), out _));
        Assert.True(Add("anaӏ"));
    }

    [Fact]
    public void A_member_is_found_by_any_spelling_and_not_by_what_looks_like_one()
    {
        Assert.True(Add("Ana"));

        Assert.All(["ana", "ANA", "ａｎａ"], spelling =>
        {
            Assert.True(_registry.TryFind(Named.Parse(spelling), out var found));
            Assert.Equal("Ana", found.Nickname.Value);
        });
        Assert.All(["aná", "аnа", "АΝА"], other => Assert.False(_registry.TryFind(Named.Parse(other), out _)));
    }

    [Fact]
    public void A_session_has_one_nickname_only()
    {
        Assert.True(Add("ana"));
        Assert.False(_registry.TryAdd(new NicknameHolder(Named.Parse("beto"), new SessionId(1), ActorRefs.Nobody)));

        Assert.False(_registry.TryFind(Named.Parse("beto"), out _));
        Assert.Single(_holders);
    }

    [Fact]
    public void Made_anew_of_the_holders_it_knows_what_it_knew()
    {
        Assert.True(Add("ana1"));
        Assert.True(Add("beto"));
        var again = new NicknameRegistry(_holders);

        Assert.True(again.TryFind(Named.Parse("BETO"), out _));
        Assert.False(again.TryAdd(new NicknameHolder(Named.Parse("anaӏ"), new SessionId(9), ActorRefs.Nobody)));
    }

    // A refused one takes no number: sessions are those who hold a nickname, in their order.
    private bool Add(string nickname)
    {
        var isAdded = _registry.TryAdd(new NicknameHolder(Named.Parse(nickname), new SessionId(_lastSession + 1), ActorRefs.Nobody));
        _lastSession += isAdded ? 1 : 0;
        return isAdded;
    }
}
