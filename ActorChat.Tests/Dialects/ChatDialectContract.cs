using System.Reflection;
using ActorChat.Server.Chat;
using ActorChat.Server.Chat.Api;
using ActorChat.Server.Resources;
using ActorChat.Server.Transport.Connections;

namespace ActorChat.Tests.Dialects;

/// <summary>What every dialect of the chat promises, in every language; a subclass for each.</summary>
public abstract class ChatDialectContract : ConnectionDialectContract
{
    private static readonly ChatEvent.MessagePosted Said = new(default, 0, "juegos", 7, 1_790_000_000_000, "ana", "hola");

    // One of each at least; what can be more than one thing is there as each.
    private static readonly ChatEvent[] Events =
    [
        new ChatEvent.Reply(7, new ChatEvent.Done()), new ChatEvent.Reply(7, new ChatEvent.OwnNickname("ana")), new ChatEvent.Done(), new ChatEvent.Pong(),
        new ChatEvent.PostedBefore("general", 7, 0),
        new ChatEvent.TooFast(3), .. Enum.GetValues<ApiFault>().Select(fault => new ChatEvent.ApiRefused(fault, "PUT")),
        new ChatEvent.NicknameWanted(), new ChatEvent.Welcome("ana", 2), new ChatEvent.MessagePosted(new SessionId(1), 1, "general", 1, 0, "ana", "hola"),
        .. Enumerable.Range(0, 2).Select(i => i == 0).SelectMany(flag => (ChatEvent[])[
            new ChatEvent.MemberJoined("ana", flag), new ChatEvent.MemberParted("ana", flag),
            new ChatEvent.MembersJoined(3, flag), new ChatEvent.MembersParted(3, flag),
        ]),
        new ChatEvent.Elsewhere("juegos", new ChatEvent.MemberJoined("ana", IsLogin: false)),
        new ChatEvent.Elsewhere("juegos", new ChatEvent.MessagePosted(new SessionId(1), 1, "general", 1, 0, "ana", "hola")),
        new ChatEvent.NumbersGranted(), new ChatEvent.Replay([Said]),
        .. Enumerable.Range(0, 8).Select(i =>
            new ChatEvent.HistoryPage("juegos", (i & 1) > 0, (i & 2) > 0, (i & 4) > 0 ? [Said, Said with { Instant = long.MaxValue }] : [], HasMore: true)),
        new ChatEvent.SearchPage([Said], ["hola"], 5, 0.3), new ChatEvent.SearchPage([], ["hola"], null, 1),
        new ChatEvent.RoomEntered("juegos", 2, ""), new ChatEvent.RoomEntered("juegos", 2, "ajedrez"), new ChatEvent.RoomLeft("juegos", "general"),
        new ChatEvent.RoomLeft("juegos", ""), new ChatEvent.CurrentRoom("juegos", ["general", "juegos"]), new ChatEvent.CurrentRoom("", []),
        new ChatEvent.CurrentRoom("", ["general"]),
        new ChatEvent.RoomList(1, 1, 1, [new RoomSummary("juegos", 2, "ajedrez")]), new ChatEvent.RoomList(3, 1, 2, [new RoomSummary("juegos", 2, "")]),
        new ChatEvent.RoomTopic("juegos", "ajedrez"), new ChatEvent.RoomTopic("juegos", ""), new ChatEvent.TopicChanged("ana", "ajedrez"),
        new ChatEvent.TopicChanged("ana", ""), new ChatEvent.MemberList(2, 1, 1, ["ana", "beto"]) { Room = "juegos" },
        new ChatEvent.MemberList(3, 1, 2, ["ana", "beto"]) { Room = "juegos" },
        .. Enum.GetValues<ModerationKind>().Where(kind => kind != ModerationKind.ListBans).SelectMany(kind => (ChatEvent[])[
            new ChatEvent.Moderated(kind, "ana", "beto", 0, 0, ""), new ChatEvent.Moderated(kind, "", "", long.MaxValue, 5, "porque sí"),
        ]),
        .. Enum.GetValues<ModerationKind>().Where(kind => kind != ModerationKind.Own).Select(kind => new ChatEvent.OrderUsage(kind)),
        .. Enumerable.Range(0, 4).Select(i => new ChatEvent.Sanctioned((i & 1) > 0, "juegos", 0, (i & 2) > 0 ? "porque sí." : "")),
        new ChatEvent.Sanctioned(IsMute: false, "", long.MaxValue, ""), new ChatEvent.Sanctioned(IsMute: true, "juegos", 60_000, "") { At = 1 }, new ChatEvent.WriteLater(5), new ChatEvent.PutOff(Ban: null, ""),
        new ChatEvent.PutOff(new ChatEvent.Sanctioned(IsMute: false, "", 0, ""), ""), new ChatEvent.SanctionList([]),
        new ChatEvent.SanctionList([new SanctionLine(true, "beto", 0, "", "ana"), new SanctionLine(false, "10.0.0.0/8", long.MaxValue, "x", "")]),
        new ChatEvent.RoomLeft("juegos", "", MustChoose: true), new ChatEvent.Help(HasNickname: true, IsAboutModeration: true),
        new ChatEvent.PasswordWanted(), new ChatEvent.PrivateKept("ana"), new ChatEvent.PrivateReceived("ana", "hola") { Instant = long.MaxValue },
        .. Enum.GetValues<AccountAction>().Select(action => new ChatEvent.AccountChanged(action, "ana")),
        new ChatEvent.PrivateReceived("ana", "hola"), new ChatEvent.PrivateSent("ana", "hola"), new ChatEvent.MemberList(2, 1, 1, ["ana", "beto"]),
        new ChatEvent.MemberList(3, 1, 2, ["ana", "beto"]), new ChatEvent.MemberList(3, 2, 2, ["carla"]), new ChatEvent.OwnNickname("ana"),
        new ChatEvent.ServerTime(new DateTime(2025, 9, 7, 12, 0, 0, DateTimeKind.Local)), new ChatEvent.Help(HasNickname: true),
        new ChatEvent.Help(HasNickname: false), new ChatEvent.Goodbye("ana"), new ChatEvent.Goodbye(Nickname: null),
        .. Enum.GetValues<RejectReason>().Select(reason => new ChatEvent.Rejected(reason, "ana")),
    ];

    private protected sealed override IConnectionDialect Create(Texts texts) => CreateChat(texts);

    private protected abstract IChatDialect CreateChat(Texts texts);

    /// <summary>Shows that this is complete, and nothing but what the dialect may write.</summary>
    private protected abstract void AssertEvent(string written, ChatEvent happened);

    [Fact]
    public void Every_event_is_told() => Assert.All(Languages, texts =>
    {
        var kinds = typeof(ChatEvent).GetNestedTypes(BindingFlags.Public | BindingFlags.NonPublic).Where(type => type.IsSubclassOf(typeof(ChatEvent)));
        Assert.Empty(kinds.Except(Events.Select(happened => happened.GetType())));
        Assert.All(Events, happened => AssertEvent(Decode(CreateChat(texts).Write(happened)), happened));
    });

    [Fact]
    public void Every_reason_has_words_of_its_own() => Assert.All(Languages, texts =>
    {
        var rejections = Events.OfType<ChatEvent.Rejected>().Select(rejected => Decode(CreateChat(texts).Write(rejected))).ToList();
        Assert.Equal(rejections.Count, rejections.Distinct().Count());
    });

    [Fact]
    public void Equal_viewers_are_told_the_same_and_another_language_is_another_viewer()
    {
        Assert.All(Languages, texts =>
        {
            var (one, other) = (CreateChat(texts), CreateChat(texts));
            Assert.Equal(one.Viewer, other.Viewer);
            Assert.All(Events, happened => Assert.Equal(one.Write(happened), other.Write(happened)));
        });
        Assert.Equal(Languages.Count, Languages.Select(texts => CreateChat(texts).Viewer).Distinct().Count());
    }

    [Fact]
    public void Any_message_is_a_command_and_what_others_are_told_of_it_steers_no_terminal() => Assert.All(Languages, texts =>
    {
        var dialect = CreateChat(texts);
        Prop.ForAll(AnyString.Arbitrary, message => Assert.All(
            EventsOf(dialect.Parse(message)), happened => AssertEvent(Decode(dialect.Write(happened)), happened)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    });

    // Those that repeat what the user has sent.
    private static ChatEvent[] EventsOf(ChatCommand command) => command switch
    {
        ChatCommand.Post post => [new ChatEvent.MessagePosted(new SessionId(1), 1, "general", 1, 0, "ana", post.Text)],
        ChatCommand.Private message =>
        [
            new ChatEvent.PrivateReceived("ana", message.Text), new ChatEvent.PrivateReceived("ana", message.Text) { Instant = 0 }, new ChatEvent.PrivateSent("beto", message.Text),
            new ChatEvent.Rejected(RejectReason.NotConnected, message.To),
        ],
        ChatCommand.Unknown unknown => [new ChatEvent.Rejected(RejectReason.UnknownCommand, unknown.Verb)],
        _ => [],
    };
}
