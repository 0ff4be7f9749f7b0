using ActorChat.Server.Chat;
using Akka.Actor;
using Xunit;

namespace ActorChat.Tests.Chat;

public sealed class RoomMembersTests : Akka.TestKit.Xunit2.TestKit
{
    private readonly RoomMembers _roster = new();

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
        Assert.Equal([first], _roster.Nicknames.Select(nickname => nickname.Value));
    }

    [Theory]
    [InlineData("ana", "аna")]
    [InlineData("νονο", "vovo")]
    [InlineData("Νina", "nina")]
    public void A_member_who_goes_leaves_the_nickname_and_its_look_free(string first, string second)
    {
        IActorRef connection = CreateTestProbe().Ref;
        Assert.True(_roster.TryAdd(new Member(Parse(first), connection, ActorRefs.Nobody)));

        Assert.True(_roster.TryRemove(connection, out Member? gone));
        Assert.Equal(first, gone.Who.Value);
        Assert.Equal(0, _roster.Count);
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
        Assert.Equal(2, _roster.Count);
    }

    [Fact]
    public void A_look_is_free_only_when_all_who_have_it_are_gone()
    {
        IActorRef[] connections = [.. Enumerable.Range(0, 2).Select(_ => CreateTestProbe().Ref)];
        Assert.True(_roster.TryAdd(new Member(Parse("ana1"), connections[0], ActorRefs.Nobody)));
        Assert.True(_roster.TryAdd(new Member(Parse("anal"), connections[1], ActorRefs.Nobody)));

        Assert.True(_roster.TryRemove(connections[0], out _));
        Assert.False(Add("anaӏ"));
        Assert.True(_roster.TryRemove(connections[1], out _));
        Assert.True(Add("anaӏ"));
    }

    [Fact]
    public void A_member_is_found_by_any_spelling_and_not_by_what_looks_like_one()
    {
        Assert.True(Add("Ana"));

        Assert.All(["ana", "ANA", "ａｎａ"], spelling =>
        {
            Assert.True(_roster.TryFind(Parse(spelling), out Member? found));
            Assert.Equal("Ana", found.Who.Value);
        });
        Assert.All(["aná", "аnа", "АΝА"], other => Assert.False(_roster.TryFind(Parse(other), out _)));
    }

    [Fact]
    public void A_connection_is_one_member_only()
    {
        IActorRef connection = CreateTestProbe().Ref;
        Assert.True(_roster.TryAdd(new Member(Parse("ana"), connection, ActorRefs.Nobody)));
        Assert.False(_roster.TryAdd(new Member(Parse("beto"), connection, ActorRefs.Nobody)));

        Assert.False(_roster.TryFind(Parse("beto"), out _));
        Assert.Single(_roster.Members);
    }

    private bool Add(string nickname) => _roster.TryAdd(new Member(Parse(nickname), CreateTestProbe().Ref, ActorRefs.Nobody));

    private static Nickname Parse(string text)
    {
        Assert.True(Nickname.TryParse(text, out Nickname nickname));
        return nickname;
    }
}
