using ActorChat.Server.Chat;
using ActorChat.Server.Chat.Rooms;
using ActorChat.Server.Chat.Rooms.Local;
using ActorChat.Server.Dialects.Lines;
using ActorChat.Server.Storage.History;
using ActorChat.Tests.Protocol.Names;
using Akka.Actor;
using Akka.IO;
using Akka.TestKit;
using Microsoft.Extensions.Time.Testing;
using Stored = ActorChat.Server.Storage.StoredMessage;

namespace ActorChat.Tests.Chat.Rooms.Local;

/// <summary>What a newcomer reads of the past, and when, in whatever order the answers come.</summary>
public sealed class ReplayTests : Akka.TestKit.Xunit2.TestKit
{
    private static readonly TimeSpan AnswerTimeout = TimeSpan.FromSeconds(4);

    private readonly FakeTimeProvider _clock = new();
    private readonly NumberedLineDialect _lines = new(new LineDialect(TestServer.Texts, maxLine: 1024));
    private readonly TestProbe _room;
    private readonly TestProbe _history;
    private readonly TestProbe _connection;
    private readonly TestProbe _outbox;
    private readonly IActorRef _localRoom;

    public ReplayTests()
        : base("akka.test.single-expect-default = 20s")
    {
        (_room, _history, _connection, _outbox) = (CreateTestProbe(), CreateTestProbe(), CreateTestProbe(), CreateTestProbe());
        var rules = new RoomRules(CoalesceNoticesAbove: 100, TimeSpan.FromSeconds(1), ListPage: 100) { AnswerTimeout = AnswerTimeout };
        _localRoom = ActorOf(LocalRoomActor.PropsFor(new LocalRoomContext(
            RoomName.General, _room.Ref, _history.Ref, ActorRefs.Nobody, rules, new Dictionary<Viewer, IChatDialect> { [_lines.Viewer] = _lines }, _clock)));
        _room.ExpectMsg<RoomCommand.Attach>();
    }

    [Fact]
    public void The_past_ends_where_what_was_held_back_begins()
    {
        Enter(1);
        _room.ExpectMsg<RoomCommand.FindPosition>();
        _localRoom.Tell(new RoomEvent.PositionFound(8));
        var read = _history.ExpectMsg<HistoryCommand.Read>();
        Assert.Equal((new HistoryPosition(8, IsForward: false), 20), (read.From, read.Count));
        Post(8, 9);
        Post(10);
        Answer(read, 4, 5, 6, 7);
        Assert.Equal("welcome 5p 6p 7p", ReadWrite());
        Assert.Equal("8 9", ReadWrite());
        Assert.Equal("10", ReadWrite());
        ExpectIn(1);
        Post(11);
        Assert.Equal("11", ReadWrite());
    }

    [Fact]
    public void A_message_that_comes_before_the_position_is_the_first_that_is_no_past()
    {
        Enter(1);
        Post(8);
        var read = _history.ExpectMsg<HistoryCommand.Read>();
        _localRoom.Tell(new RoomEvent.PositionFound(9));
        Answer(read, 6, 7);
        Assert.Equal("welcome 6p 7p", ReadWrite());
        Assert.Equal("8", ReadWrite());
    }

    [Fact]
    public void Newcomers_with_the_same_place_share_what_is_read()
    {
        Post(7);
        Enter(1);
        Enter(2);
        var read = _history.ExpectMsg<HistoryCommand.Read>();
        Post(8);
        Enter(3);
        var next = _history.ExpectMsg<HistoryCommand.Read>();
        Answer(read, 7);
        Assert.Equal(["welcome 7p", "8", "welcome 7p", "8"], Enumerable.Range(0, 4).Select(_ => ReadWrite()));
        Answer(next, 7, 8);
        Assert.Equal("welcome 7p 8p", ReadWrite());
        ExpectNothing(_history);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Without_an_answer_a_newcomer_is_let_in_and_a_late_one_is_ignored(bool isRefused)
    {
        Post(7);
        Enter(1);
        var read = _history.ExpectMsg<HistoryCommand.Read>();
        Post(8);
        if (isRefused)
            _localRoom.Tell(new HistoryEvent.NotRead(read.Request, NotReadReason.Busy));
        else
            _clock.Advance(AnswerTimeout / 2);
        Assert.Equal("welcome", ReadWrite());
        Assert.Equal("8", ReadWrite());
        ExpectIn(1);
        Answer(read, 6, 7);
        Post(9);
        Assert.Equal("9", ReadWrite());
    }

    [Fact]
    public void Who_cannot_be_kept_waiting_any_longer_is_let_in()
    {
        Post(7);
        Enter(1);
        _history.ExpectMsg<HistoryCommand.Read>();
        for (var i = 8; i < 100; i++)
            Post(i);
        Assert.Equal("welcome", ReadWrite());
        ExpectIn(1);
        for (var i = 8; i < 100; i++)
            Assert.Equal($"{i}", ReadWrite());
    }

    [Fact]
    public void Who_gives_up_meanwhile_is_told_nothing()
    {
        Post(7);
        var session = Enter(1).Session;
        var read = _history.ExpectMsg<HistoryCommand.Read>();
        _localRoom.Tell(new LocalRoomCommand.Leave(session, _connection.Ref, PartKind.Disconnected));
        _connection.ExpectMsg<SessionEvent.Left>();
        Answer(read, 7);
        ExpectNothing(_outbox);
    }

    [Fact]
    public void An_empty_room_has_nothing_to_read()
    {
        Enter(1);
        _localRoom.Tell(new RoomEvent.PositionFound(1));
        Assert.Equal("welcome", ReadWrite());
        ExpectNothing(_history);
    }

    private LocalRoomCommand.Join Enter(int session)
    {
        var join = new LocalRoomCommand.Join(
            new SessionId(session), session, Named.Parse($"u{session}"), "127.0.0.1", _lines.Viewer, _connection.Ref, _outbox.Ref, IsLogin: false)
        {
            Replay = 3,
        };
        _localRoom.Tell(join);
        var member = ((RoomCommand.Join)_room.FishForMessage(message => message is RoomCommand.Join)).Member;
        _localRoom.Tell(new RoomEvent.MemberJoined(member, session, session, IsLogin: true, ""));
        return join;
    }

    // What the local room has told comes before the mark.
    private void ExpectNothing(TestProbe probe)
    {
        _localRoom.Tell(new Identify(null), TestActor);
        ExpectMsg<ActorIdentity>();
        probe.Ref.Tell("mark");
        Assert.Equal("mark", probe.ExpectMsg<object>());
    }

    private void ExpectIn(long command) => Assert.Equal(command, _connection.ExpectMsg<SessionEvent.Joined>().Command);

    private void Post(params long[] numbers) => _localRoom.Tell(new RoomEvent.MessagesPosted(
        [.. numbers.Select(i => new ChatEvent.MessagePosted(new SessionId(99), i, "general", i, i, "beto", new string('x', 700)))]));

    private void Answer(HistoryCommand.Read read, params long[] numbers) => _localRoom.Tell(new HistoryEvent.Page(
        read.Request, [.. numbers.Select(i => new Stored("general", i, i, "beto", "x"))], HasMore: true));

    // What a write says, in short; comings and goings are left out.
    private string ReadWrite()
    {
        var words = "";
        while (words.Length == 0)
        {
            var lines = _outbox.ExpectMsg<Tcp.Write>().Data.ToString(Encoding.UTF8).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            words = string.Join(' ', lines.Select(ServerLineParser.Parse).Where(line => line is not ServerLine.Joined).Select(line => line switch
            {
                ServerLine.Public said => $"{said.Number}{(said.IsPast ? "p" : "")}",
                ServerLine.Welcome => "welcome",
                _ => line.Text,
            }));
        }

        return words;
    }
}
