using ActorChat.Server.Chat;
using ActorChat.Server.Chat.Rooms;
using ActorChat.Server.Chat.Rooms.Local;
using ActorChat.Server.Dialects.Lines;
using ActorChat.Tests.Protocol.Names;
using Akka.Actor;
using Microsoft.Extensions.Time.Testing;

namespace ActorChat.Tests.Chat.Rooms.Local;

/// <summary>What readers take is found out often enough: by time in a quiet room, by bytes in a busy one.</summary>
public sealed class ReaderCheckTests : Akka.TestKit.Xunit2.TestKit
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public void A_busy_room_checks_behind_so_many_bytes_however_little_time_passes()
    {
        var (room, connection) = RoomWithOneMember();
        for (var i = 0; i < 140; i++)
            room.Tell(new RoomEvent.MessagesPosted([new ChatEvent.MessagePosted(new SessionId(2), i, "general", i, 0, "beto", new string('x', 1000))]));
        connection.ExpectMsg<SessionEvent.ReaderCheck>();
    }

    [Fact]
    public void A_quiet_room_checks_when_its_time_has_come()
    {
        var (_, connection) = RoomWithOneMember();
        _clock.Advance(Interval);
        connection.ExpectMsg<SessionEvent.ReaderCheck>();
    }

    private (IActorRef Room, Akka.TestKit.TestProbe Connection) RoomWithOneMember()
    {
        var lines = new LineDialect(TestServer.Texts, maxLine: 1024);
        var rules = new RoomRules(CoalesceNoticesAbove: 100, TimeSpan.FromSeconds(1), ListPage: 100) { ReaderCheckInterval = Interval };
        var (room, connection) = (CreateTestProbe(), CreateTestProbe());
        var localRoom = ActorOf(LocalRoomActor.PropsFor(
            new LocalRoomContext(RoomName.General, room.Ref, ActorRefs.Nobody, CreateTestProbe().Ref, rules, new Dictionary<Viewer, IChatDialect> { [lines.Viewer] = lines }, _clock)));
        room.ExpectMsg<RoomCommand.Attach>();
        localRoom.Tell(new LocalRoomCommand.Join(new SessionId(1), 1, Named.Parse("ana"), "127.0.0.1", lines.Viewer, connection.Ref, Outbox: CreateTestProbe().Ref, IsLogin: true));
        localRoom.Tell(new RoomEvent.MemberJoined(room.ExpectMsg<RoomCommand.Join>().Member, 1, 1, IsLogin: true, ""));
        connection.ExpectMsg<SessionEvent.Joined>();
        return (localRoom, connection);
    }
}
