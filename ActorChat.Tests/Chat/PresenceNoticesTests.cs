using System.Globalization;
using ActorChat.Server.Chat;
using ActorChat.Server.Resources;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace ActorChat.Tests.Chat;

public sealed class PresenceNoticesTests
{
    private const int Small = 3;

    private readonly PresenceNotices _notices = new(Texts.For(Language.Spanish), Small);

    [Fact]
    public void In_a_small_room_everybody_has_a_line_of_their_own_at_once()
    {
        Assert.Equal(["* ana se ha conectado"], _notices.Came(Who("ana"), 2));
        Assert.Equal(["* beto se ha conectado"], _notices.Came(Who("beto"), Small));
        Assert.Equal(["* ana se ha desconectado"], _notices.Gone(Who("ana"), 2));
        Assert.False(_notices.IsGathering);
    }

    [Fact]
    public void In_a_large_room_the_first_is_told_at_once_and_the_others_of_the_interval_by_number()
    {
        Assert.Equal(["* ana se ha conectado"], _notices.Came(Who("ana"), 10));
        Assert.True(_notices.IsGathering);
        Assert.All(Enumerable.Range(11, 1284), number => Assert.Empty(_notices.Came(Who($"u{number}"), number)));
        Assert.Empty(_notices.Gone(Who("v1"), 1293));
        Assert.Empty(_notices.Gone(Who("v2"), 1292));

        Assert.Equal(["* 2 usuarios se han desconectado", "* 1.284 usuarios se han conectado"], _notices.EndInterval());
    }

    [Fact]
    public void Who_came_alone_in_an_interval_is_named()
    {
        _notices.Came(Who("ana"), 10);
        Assert.Empty(_notices.Came(Who("beto"), 11));
        Assert.Equal(["* beto se ha conectado"], _notices.EndInterval());

        Assert.Empty(_notices.Gone(Who("ana"), 10));
        Assert.Equal(["* ana se ha desconectado"], _notices.EndInterval());
    }

    [Fact]
    public void After_an_interval_in_which_nobody_came_or_went_the_next_is_told_at_once()
    {
        _notices.Came(Who("ana"), 10);
        Assert.Empty(_notices.EndInterval());
        Assert.False(_notices.IsGathering);
        Assert.Equal(["* beto se ha desconectado"], _notices.Gone(Who("beto"), 9));
        Assert.True(_notices.IsGathering);
    }

    [Fact]
    public void Who_leaves_and_returns_within_the_interval_in_any_spelling_is_not_mentioned()
    {
        _notices.Came(Who("ana"), 10);
        Assert.Empty(_notices.Gone(Who("zeta"), 9));
        Assert.Empty(_notices.Came(Who("Zeta"), 10));

        Assert.Empty(_notices.EndInterval());
    }

    [Fact]
    public void What_was_kept_is_told_before_what_is_told_at_once()
    {
        _notices.Came(Who("ana"), Small + 1);
        Assert.Empty(_notices.Gone(Who("beto"), Small + 1));
        Assert.Equal(["* beto se ha desconectado", "* bet\u043E se ha conectado"], _notices.Came(Who("bet\u043E"), Small));
        Assert.Empty(_notices.EndInterval());
    }

    [Fact]
    public void Nobody_is_told_that_somebody_came_who_has_left_without_a_word()
    {
        _notices.Came(Who("ana"), 10);
        Assert.Empty(_notices.Came(Who("beto"), 11));
        _notices.Withdraw(Who("beto"));

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
            while (room.IsGathering)
                room.Take(0);
            room.ExpectAllTold();
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(5_000).WithEndSize(200));

    private static Nickname Who(string text) => Nickname.TryParse(text, out var who) ? who : throw new FormatException(text);

    /// <summary>A room, and what somebody in it has been told.</summary>
    private sealed class Told(int small)
    {
        private readonly PresenceNotices _notices = new(Texts.For(Language.Spanish), small);
        private readonly HashSet<string> _members = [];
        private int _toldMembers;

        public bool IsGathering => _notices.IsGathering;

        public void Take(int step)
        {
            var who = $"u{step}";
            if (step == 0)
                Hear(_notices.EndInterval());
            else if (_members.Add(who))
                Hear(_notices.Came(Who(who), _members.Count));
            else if (_members.Remove(who))
                Hear(_notices.Gone(Who(who), _members.Count));
        }

        public void ExpectAllTold() => Assert.Equal(_members.Count, _toldMembers);

        private void Hear(IReadOnlyList<string> lines)
        {
            foreach (var words in lines.Select(line => line.Split(' ')))
            {
                var came = words[^1] == "conectado";
                var isNumber = words[2] == "usuarios";
                _toldMembers += (came ? 1 : -1) * (isNumber ? int.Parse(words[1], CultureInfo.InvariantCulture) : 1);
                if (!isNumber)
                    Assert.Equal(came, _members.Contains(words[1]));
            }

            if (lines.Count > 0)
                ExpectAllTold();
        }
    }
}
