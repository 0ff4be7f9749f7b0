using System.Text;
using ActorChat.Server.Chat;
using ActorChat.Server.Chat.Rooms;
using ActorChat.Server.Dialects.Lines;
using ActorChat.Tests.Server;
using Akka.Actor;
using Akka.IO;
using Akka.TestKit;
using Xunit;

namespace ActorChat.Tests.Chat.Rooms;

/// <summary>A room that answers late: neither a member nor a wrong welcome is left behind.</summary>
public sealed class LocalRoomTests : Akka.TestKit.Xunit2.TestKit
{
    private static readonly Nickname Ana = Nickname.TryParse("ana", out var ana) ? ana : throw new FormatException();

    private readonly LineDialect _lines = new(TestServer.Texts, maxLine: 1024);
    private readonly TestProbe _connection;
    private readonly TestProbe _outbox;
    private readonly IActorRef _localRoom;

    public LocalRoomTests()
    {
        (_connection, _outbox) = (CreateTestProbe(), CreateTestProbe());
        _localRoom = ActorOf(LocalRoomActor.PropsFor(new LocalRoomContext(
            TestActor,
            ActorRefs.Nobody,
            new RoomRules(100, TimeSpan.FromSeconds(1), 100),
            new Dictionary<Viewer, IChatDialect> { [_lines.Viewer] = _lines },
            TimeProvider.System)));
        ExpectMsg<RoomCommand.Attach>();
    }

    [Fact]
    public void A_join_before_an_earlier_one_has_ended_is_refused_and_the_next_one_is_welcomed()
    {
        var first = Join(command: 1);
        Leave();
        _localRoom.Tell(JoinCommand(command: 2));
        _connection.ExpectMsg(new SessionEvent.Rejected(2, RejectReason.TimedOut));
        _localRoom.Tell(new RoomEvent.MemberJoined(first, 1, 1));
        _localRoom.Tell(new RoomEvent.MemberParted(first, 0, Announce: true));
        _connection.ExpectMsg<SessionEvent.Left>();
        _localRoom.Tell(new RoomEvent.MemberJoined(Join(command: 3), 3, 1));
        _connection.ExpectMsg(new SessionEvent.Joined(3));
        _outbox.ExpectMsg<Tcp.Write>();
    }

    [Fact]
    public void Who_leaves_before_the_room_has_answered_reads_nothing_of_it()
    {
        var member = Join(command: 1);
        Leave();
        _localRoom.Tell(new RoomEvent.MemberJoined(member, 1, 1));
        Post("uno", author: 2);
        _localRoom.Tell(new RoomEvent.MemberParted(member, 0, Announce: true));
        _connection.ExpectMsg<SessionEvent.Left>();
        _outbox.ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void An_author_reads_the_messages_of_the_others_only()
    {
        _localRoom.Tell(new RoomEvent.MemberJoined(Join(command: 1), 1, 1));
        _connection.ExpectMsg<SessionEvent.Joined>();
        _outbox.ExpectMsg<Tcp.Write>();
        Post("uno", author: 2);
        Assert.Equal("beto: uno\n", Read());
        _localRoom.Tell(new RoomEvent.MessagesPosted([Message(2, "dos", author: 1), Message(3, "tres", author: 2), Message(4, "cuatro", author: 3)]));
        Assert.Equal("beto: tres\nbeto: cuatro\n", Read());
        Assert.Equal(new SessionEvent.Accepted(2, 2), _connection.ExpectMsg<SessionEvent.Accepted>());
        Post("cinco", author: 1);
        _connection.ExpectMsg<SessionEvent.Accepted>();
        _outbox.ExpectNoMsg(TimeSpan.Zero);
    }

    private RoomMember Join(long command)
    {
        _localRoom.Tell(JoinCommand(command));
        return ExpectMsg<RoomCommand.Join>().Member;
    }

    private LocalRoomCommand.Join JoinCommand(long command) =>
        new(new SessionId(1), command, Ana, "127.0.0.1", _lines.Viewer, _connection.Ref, _outbox.Ref);

    private void Leave()
    {
        _localRoom.Tell(new LocalRoomCommand.Leave(new SessionId(1), _connection.Ref, Announce: true));
        ExpectMsg<RoomCommand.Part>();
    }

    private void Post(string text, long author) => _localRoom.Tell(new RoomEvent.MessagesPosted([Message(1, text, author)]));

    private string Read() => _outbox.ExpectMsg<Tcp.Write>().Data.ToString(Encoding.UTF8);

    private static ChatEvent.MessagePosted Message(long command, string text, long author) =>
        new(new SessionId(author), command, command, 0, "beto", text);
}
