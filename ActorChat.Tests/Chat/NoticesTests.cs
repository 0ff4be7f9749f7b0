using ActorChat.Server.Chat;
using ActorChat.Server.Resources;
using Xunit;

namespace ActorChat.Tests.Chat;

public sealed class NoticesTests
{
    private const int Small = 3;

    private readonly Notices _notices = new(Texts.For(Language.Spanish), Small);

    [Fact]
    public void In_a_small_room_everybody_has_a_line_of_their_own_at_once()
    {
        Assert.Equal("* ana se ha conectado", _notices.Came(Who("ana"), 2));
        Assert.Equal("* beto se ha conectado", _notices.Came(Who("beto"), Small));
        Assert.Equal("* ana se ha desconectado", _notices.Gone(Who("ana"), 2));
        Assert.False(_notices.IsGathering);
    }

    [Fact]
    public void In_a_large_room_the_first_is_told_at_once_and_the_others_of_the_interval_by_number()
    {
        Assert.Equal("* ana se ha conectado", _notices.Came(Who("ana"), 10));
        Assert.True(_notices.IsGathering);
        Assert.All(Enumerable.Range(11, 1284), number => Assert.Null(_notices.Came(Who($"u{number}"), number)));
        Assert.Null(_notices.Gone(Who("u11"), 1293));
        Assert.Null(_notices.Gone(Who("u12"), 1292));

        Assert.Equal(["* 1.284 usuarios se han conectado", "* 2 usuarios se han desconectado"], _notices.EndInterval());
    }

    [Fact]
    public void Who_came_alone_in_an_interval_is_named()
    {
        _notices.Came(Who("ana"), 10);
        Assert.Null(_notices.Came(Who("beto"), 11));
        Assert.Equal(["* beto se ha conectado"], _notices.EndInterval());

        Assert.Null(_notices.Gone(Who("ana"), 10));
        Assert.Equal(["* ana se ha desconectado"], _notices.EndInterval());
    }

    [Fact]
    public void After_an_interval_in_which_nobody_came_or_went_the_next_is_told_at_once()
    {
        _notices.Came(Who("ana"), 10);
        Assert.Empty(_notices.EndInterval());
        Assert.False(_notices.IsGathering);
        Assert.Equal("* beto se ha desconectado", _notices.Gone(Who("beto"), 9));
        Assert.True(_notices.IsGathering);
    }

    private static Nickname Who(string text) => Nickname.TryParse(text, out var who) ? who : throw new FormatException(text);
}
