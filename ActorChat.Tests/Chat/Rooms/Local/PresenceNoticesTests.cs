using ActorChat.Server.Chat;
using ActorChat.Server.Chat.Rooms.Local;
using ActorChat.Tests.Protocol.Names;

namespace ActorChat.Tests.Chat.Rooms.Local;

public sealed class PresenceNoticesTests
{
    private const int Small = 3;

    private readonly PresenceNotices _notices = new(Small, isLobby: true);

    [Fact]
    public void In_a_small_room_everybody_has_a_line_of_their_own_at_once()
    {
        Assert.Equal([Joined("ana")], _notices.OnJoined(Named.Parse("ana"), 2, isLogin: true));
        Assert.Equal([Joined("beto")], _notices.OnJoined(Named.Parse("beto"), Small, isLogin: true));
        Assert.Equal([Parted("ana")], _notices.OnParted(Named.Parse("ana"), 2, isLogout: true));
        Assert.False(_notices.IsCoalescing);
    }

    [Fact]
    public void In_a_large_room_the_first_is_told_at_once_and_the_others_of_the_interval_by_number()
    {
        Assert.Equal([Joined("ana")], _notices.OnJoined(Named.Parse("ana"), 10, isLogin: true));
        Assert.True(_notices.IsCoalescing);
        Assert.All(Enumerable.Range(11, 1284), number => Assert.Empty(_notices.OnJoined(Named.Parse($"u{number}"), number, isLogin: true)));
        Assert.Empty(_notices.OnParted(Named.Parse("v1"), 1293, isLogout: true));
        Assert.Empty(_notices.OnParted(Named.Parse("v2"), 1292, isLogout: true));

        Assert.Equal([new ChatEvent.MembersParted(2, true), new ChatEvent.MembersJoined(1284, true)], _notices.EndInterval());
    }

    [Fact]
    public void Who_came_alone_in_an_interval_is_named()
    {
        _notices.OnJoined(Named.Parse("ana"), 10, isLogin: true);
        Assert.Empty(_notices.OnJoined(Named.Parse("beto"), 11, isLogin: true));
        Assert.Equal([Joined("beto")], _notices.EndInterval());

        Assert.Empty(_notices.OnParted(Named.Parse("ana"), 10, isLogout: true));
        Assert.Equal([Parted("ana")], _notices.EndInterval());
    }

    [Fact]
    public void After_an_interval_in_which_nobody_came_or_went_the_next_is_told_at_once()
    {
        _notices.OnJoined(Named.Parse("ana"), 10, isLogin: true);
        Assert.Empty(_notices.EndInterval());
        Assert.False(_notices.IsCoalescing);
        Assert.Equal([Parted("beto")], _notices.OnParted(Named.Parse("beto"), 9, isLogout: true));
        Assert.True(_notices.IsCoalescing);
    }

    [Fact]
    public void Who_leaves_and_returns_within_the_interval_in_any_spelling_is_not_mentioned()
    {
        _notices.OnJoined(Named.Parse("ana"), 10, isLogin: true);
        Assert.Empty(_notices.OnParted(Named.Parse("zeta"), 9, isLogout: true));
        Assert.Empty(_notices.OnJoined(Named.Parse("Zeta"), 10, isLogin: true));

        Assert.Empty(_notices.EndInterval());
    }

    [Fact]
    public void What_was_kept_is_told_before_what_is_told_at_once()
    {
        _notices.OnJoined(Named.Parse("ana"), Small + 1, isLogin: true);
        Assert.Empty(_notices.OnParted(Named.Parse("beto"), Small + 1, isLogout: true));
        Assert.Equal([Parted("beto"), Joined("bet\u043E")], _notices.OnJoined(Named.Parse("bet\u043E"), Small, isLogin: true));
        Assert.Empty(_notices.EndInterval());
    }

    [Fact]
    public void Nobody_is_told_that_somebody_came_who_has_left_without_a_word()
    {
        _notices.OnJoined(Named.Parse("ana"), 10, isLogin: true);
        Assert.Empty(_notices.OnJoined(Named.Parse("beto"), 11, isLogin: true));
        _notices.Withdraw(Named.Parse("beto"));

        Assert.Empty(_notices.EndInterval());
    }

    // A step is somebody who comes, or goes when already in; 0 is the end of an interval. Around the border all the time.
    [Fact]
    public void Every_notice_is_true_when_it_is_told_and_together_they_tell_all_that_happened() =>
        Prop.ForAll(Gen.Choose(0, 2 * Small).ListOf().ToArbitrary(), steps =>
        {
            var room = new Told(Small);
            foreach (var step in steps)
                room.Take(step);
            while (room.IsCoalescing)
                room.Take(0);
            room.ExpectAllTold();
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(5_000).WithEndSize(200));

    private static ChatEvent.MemberJoined Joined(string nickname) => new(nickname, IsLogin: true);

    private static ChatEvent.MemberParted Parted(string nickname) => new(nickname, IsLogout: true);

    /// <summary>A room, and what somebody in it has been told.</summary>
    private sealed class Told(int small)
    {
        private readonly PresenceNotices _notices = new(small, isLobby: true);
        private readonly HashSet<string> _members = [];
        private int _toldMembers;

        public bool IsCoalescing => _notices.IsCoalescing;

        public void Take(int step)
        {
            var who = $"u{step}";
            if (step == 0)
                Hear(_notices.EndInterval());
            else if (_members.Add(who))
                Hear(_notices.OnJoined(Named.Parse(who), _members.Count, isLogin: true));
            else if (_members.Remove(who))
                Hear(_notices.OnParted(Named.Parse(who), _members.Count, isLogout: true));
        }

        public void ExpectAllTold() => Assert.Equal(_members.Count, _toldMembers);

        private void Hear(IReadOnlyList<ChatEvent> notices)
        {
            foreach (var notice in notices)
            {
                _toldMembers += notice switch
                {
                    ChatEvent.MemberJoined => 1,
                    ChatEvent.MemberParted => -1,
                    ChatEvent.MembersJoined joined => joined.Count,
                    ChatEvent.MembersParted parted => -parted.Count,
                    _ => throw new ArgumentOutOfRangeException(nameof(notices)),
                };
                if (notice is ChatEvent.MemberJoined came)
                    Assert.Contains(came.Nickname, _members);
                if (notice is ChatEvent.MemberParted gone)
                    Assert.DoesNotContain(gone.Nickname, _members);
            }

            if (notices.Count > 0)
                ExpectAllTold();
        }
    }
}
