using System.Collections.Frozen;
using ActorChat.Server.Chat;
using ActorChat.Server.Chat.Moderation;
using ActorChat.Server.Storage.Moderation;

namespace ActorChat.Tests.Chat.Moderation;

/// <summary>Who may order what: eva keeps order on the server, dora has the room, oto is its operator, ana is anybody with an account.</summary>
public sealed class ModerationRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 28, 0, 0, 0, TimeSpan.Zero);
    private static readonly FrozenSet<string> ServerOperators = new[] { "eva" }.ToFrozenSet();
    private static readonly string[] Givers = ["nadie", "ana", "oto", "dora", "eva", "consola"];
    private static readonly RoomModeration Room = new() { Owner = "dora", Operators = ["oto"] };

    [Theory]
    [InlineData("/expulsar beto", "oto,dora,eva,consola")]
    [InlineData("/expulsar oto", "dora,eva,consola")]
    [InlineData("/expulsar dora", "eva,consola")]
    [InlineData("/expulsar eva", "")]
    [InlineData("/vetar beto 2h x", "oto,dora,eva,consola")]
    [InlineData("/vetar 10.0.0.0/8", "oto,dora,eva,consola")]
    [InlineData("/silenciar oto", "dora,eva,consola")]
    [InlineData("/lento 5", "oto,dora,eva,consola")]
    [InlineData("/solo-registrados on", "oto,dora,eva,consola")]
    [InlineData("/operador beto", "dora,eva,consola")]
    [InlineData("/quitar-operador oto", "dora,eva,consola")]
    public void An_order_is_carried_out_for_those_who_may_give_it(string line, string givers) => Assert.Equal(
        givers, string.Join(',', Givers.Where(giver => Decide(line, giver) is ModerationDecision.Do)));

    [Theory]
    [InlineData("/vetar servidor beto", "eva,consola")]
    [InlineData("/vetar servidor dora", "eva,consola")]
    [InlineData("/expulsar servidor eva", "")]
    [InlineData("/avisar hola", "eva,consola")]
    [InlineData("/silenciar servidor beto", "")]
    public void So_it_is_on_the_whole_server(string line, string givers) => Assert.Equal(
        givers, string.Join(',', Givers.Where(giver => Decide(line, giver, RoomModeration.None, room: "") is ModerationDecision.Do)));

    [Theory]
    [InlineData("/expulsar beto", "ana", RejectReason.OrderNotPermitted)]
    [InlineData("/expulsar beto", "nadie", RejectReason.OrderNeedsAccount)]
    [InlineData("/expulsar oto", "oto", RejectReason.SubjectIsSelf)]
    [InlineData("/vetar OTO", "oto", RejectReason.SubjectIsSelf)]
    [InlineData("/vetar 127.0.0.1", "oto", RejectReason.SubjectIsSelf)]
    [InlineData("/vetar 127.0.0.0/8", "oto", RejectReason.SubjectIsSelf)]
    [InlineData("/vetar 0.0.0.0/0", "oto", RejectReason.MaskTooWide)]
    [InlineData("/vetar 10.0.0.1/31", "oto", RejectReason.MaskInexact)]
    [InlineData("/vetar 2001:db8::1/32", "oto", RejectReason.MaskInexact)]
    [InlineData("/vetar 10.0.0.0/99", "oto", RejectReason.MaskInvalid)]
    [InlineData("/vetar beto 10x", "oto", RejectReason.DurationInvalid)]
    [InlineData("/vetar !!", "oto", RejectReason.SubjectInvalid)]
    [InlineData("/expulsar ausente", "oto", RejectReason.SubjectNotInRoom)]
    [InlineData("/desvetar beto", "oto", RejectReason.NotSanctioned)]
    [InlineData("/desvetar 10.0.0.0/8", "oto", RejectReason.NotSanctioned)]
    [InlineData("/dessilenciar beto", "oto", RejectReason.NotSanctioned)]
    [InlineData("/operador ausente", "dora", RejectReason.SubjectNotIdentified)]
    [InlineData("/operador anónimo", "dora", RejectReason.SubjectNotIdentified)]
    [InlineData("/operador oto", "dora", RejectReason.IsOperatorAlready)]
    [InlineData("/operador dora", "eva", RejectReason.IsOperatorAlready)]
    [InlineData("/quitar-operador beto", "dora", RejectReason.IsNoOperator)]
    internal void What_cannot_be_done_has_its_reason(string line, string giver, RejectReason reason) =>
        Assert.Equal(reason, Assert.IsType<ModerationDecision.Refuse>(Decide(line, giver)).Reason);

    [Theory]
    [InlineData("/expulsar", ModerationKind.Kick)]
    [InlineData("/lento", ModerationKind.Slow)]
    [InlineData("/lento -1", ModerationKind.Slow)]
    [InlineData("/lento 3601", ModerationKind.Slow)]
    [InlineData("/solo-registrados quizás", ModerationKind.RegisteredOnly)]
    internal void What_is_typed_otherwise_is_explained(string line, ModerationKind kind) =>
        Assert.Equal(kind, Assert.IsType<ModerationDecision.Explain>(Decide(line, "oto")).Kind);

    [Fact]
    public void A_ban_is_for_ever_and_a_mute_for_ten_minutes_unless_it_is_said()
    {
        Assert.Equal(0, Act("/vetar beto por pesado").Until);
        Assert.Equal("por pesado", Act("/vetar beto por pesado").Text);
        Assert.Equal(Now.AddMinutes(10).ToUnixTimeMilliseconds(), Act("/silenciar beto").Until);
        Assert.Equal(Now.AddHours(2).ToUnixTimeMilliseconds(), Act("/silenciar beto 2h").Until);
    }

    [Fact]
    public void No_more_than_so_many_are_banned_and_one_of_them_can_be_banned_anew()
    {
        var full = Enumerable.Range(0, ModerationRules.MaxSanctions).Aggregate(Room, (room, i) => room.After(Act($"/vetar u{i}")));

        Assert.Equal(RejectReason.TooManySanctions, Assert.IsType<ModerationDecision.Refuse>(Decide("/vetar otro", "oto", full)).Reason);
        Assert.IsType<ModerationDecision.Do>(Decide("/vetar u7 2h", "oto", full));
    }

    // What was ordered can be taken back, and what the storage keeps of it is the same.
    [Fact]
    public void Any_orders_leave_a_room_as_it_is_kept() => Prop.ForAll(
        Gen.Elements("/vetar beto", "/vetar 10.0.0.0/8 2h", "/desvetar beto", "/desvetar 10.0.0.0/8", "/silenciar carla 1h x", "/dessilenciar carla",
            "/lento 7", "/lento 0", "/solo-registrados on", "/solo-registrados off", "/operador carla", "/quitar-operador carla").ListOf().ToArbitrary(), lines =>
    {
        var room = new RoomModeration { Owner = "dora" };
        foreach (var line in lines)
        {
            if (Decide(line, "dora", room) is ModerationDecision.Do { Act: var act })
                room = room.After(act);
        }

        Assert.True(RoomName.TryParse("juegos", out var name));
        var again = RoomModeration.From(room.ToStored(name));
        Assert.Equal((room.Owner, room.SlowSeconds, room.IsRegisteredOnly), (again.Owner, again.SlowSeconds, again.IsRegisteredOnly));
        Assert.Equal(room.Operators.Order(), again.Operators.Order());
        Assert.Equal(room.Bans.All.OrderBy(ban => ban.Key), again.Bans.All.OrderBy(ban => ban.Key));
        Assert.Equal(room.Mutes.All, again.Mutes.All);
        Assert.Equal(lines.LastOrDefault(line => line.Contains("lento", StringComparison.Ordinal)) == "/lento 7", room.SlowSeconds == 7);
        Assert.Equal(lines.LastOrDefault(line => line.Contains("vetar beto", StringComparison.Ordinal)) == "/vetar beto", room.Bans.FindKey("beto", Now) is not null);
    }).QuickCheckThrowOnFailure();

    private static ModerationAct Act(string line) => Assert.IsType<ModerationDecision.Do>(Decide(line, "oto")).Act;

    private static ModerationDecision Decide(string line, string giver, RoomModeration? order = null, string room = "juegos")
    {
        var rules = new ModerationRules(order ?? Room, room, ServerOperators);
        var account = giver is "nadie" or "consola" ? null : giver;
        var role = giver == "consola" ? Role.Console : rules.Moderation.RoleOf(account, ServerOperators);
        var key = giver == "consola" ? "" : giver;
        return rules.Decide(
            Assert.IsType<ChatCommand.Order>(ChatCommandParser.Parse(line)),
            new Giver(giver, key, account, giver == "consola" ? null : IPAddress.Loopback, role),
            nickname => nickname.Value switch { "ausente" => Presence.Absent, "anónimo" => Presence.Present, _ => Presence.Identified },
            Now);
    }
}
