using System.Net;
using ActorChat.Server.Chat;
using ActorChat.Server.Storage;
using ActorChat.Server.Transport.Limits;
using ActorChat.Server.Transport.Throttling;
using ActorChat.Tests.Server;
using Akka.Actor;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace ActorChat.Tests.Chat;

/// <summary>What readers take is found out often enough: by time in a quiet room, by bytes in a busy one.</summary>
public sealed class ReaderCheckTests : Akka.TestKit.Xunit2.TestKit
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public void A_busy_room_checks_behind_so_many_bytes_however_little_time_passes()
    {
        var persistence = CreateTestProbe();
        var (room, connection) = RoomWithOneMember(persistence);
        for (var i = 0; i < 140; i++)
        {
            room.Tell(new RoomCommand.Say(Parse("beto"), new string('x', 1000), IPAddress.Loopback, Connection: CreateTestProbe().Ref));
            if (i == 0)
            {
                persistence.ExpectMsg<PersistenceCommand.ReadLast>();
                room.Tell(new PersistenceEvent.LastRead(RoomActor.Name, default));
            }

            var store = persistence.ExpectMsg<PersistenceCommand.Store>();
            room.Tell(new PersistenceEvent.Stored(store.Request));
        }

        connection.ExpectMsg<RoomEvent.ReaderCheck>();
    }

    [Fact]
    public void A_quiet_room_checks_when_its_time_has_come()
    {
        var (_, connection) = RoomWithOneMember(CreateTestProbe());
        _clock.Advance(Interval);
        connection.ExpectMsg<RoomEvent.ReaderCheck>();
    }

    [Fact]
    public void A_reader_that_takes_something_now_and_then_is_not_cut_off_and_one_that_takes_nothing_is()
    {
        var watch = new TimeoutControl(new ClientLimits { StallTimeout = TimeSpan.FromSeconds(30) }, _clock, TestActor);
        watch.Start();
        for (var i = 0; i < 8; i++)
            Assert.True(watch.TryProbe());
        for (var i = 0; i < 7; i++)
        {
            _clock.Advance(TimeSpan.FromSeconds(29));
            Assert.Null(watch.OnTick(default));
            watch.OnProbeAnswered();
        }

        _clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(new TimeoutAction.Disconnect(Limit.StallTimeout), watch.OnTick(default));
    }

    private (IActorRef Room, Akka.TestKit.TestProbe Connection) RoomWithOneMember(Akka.TestKit.TestProbe persistence)
    {
        var rules = new RoomRules(GatherNoticesAbove: 100, TimeSpan.FromSeconds(1), ListPage: 100) { ReaderCheckInterval = Interval };
        var room = ActorOf(RoomActor.PropsFor(TestServer.Texts, rules, persistence.Ref, _clock));
        var connection = CreateTestProbe();
        room.Tell(new RoomCommand.Join(Parse("ana"), connection.Ref, Outbox: CreateTestProbe().Ref));
        connection.ExpectMsg<RoomEvent.Joined>();
        persistence.ExpectMsg<PersistenceCommand.UserSeen>();
        return (room, connection);
    }

    private static Nickname Parse(string text) => Nickname.TryParse(text, out var nickname) ? nickname : throw new FormatException(text);
}
