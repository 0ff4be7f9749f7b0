using ActorChat.Server.Chat;
using ActorChat.Server.Chat.Rooms;
using ActorChat.Server.Chat.Rooms.Local;
using ActorChat.Server.Dialects.Lines;
using ActorChat.Server.Lifecycle;
using ActorChat.Server.Storage;
using ActorChat.Tests.Protocol.Names;
using Akka.Actor;
using Akka.IO;
using Akka.TestKit;

namespace ActorChat.Tests.Faults.Actors;

/// <summary>The room fails over one command: whose it was is told, and the room goes on.</summary>
public class FailingRoomTests : Akka.TestKit.Xunit2.TestKit
{
    private static readonly Nickname Ana = Named.Parse("ana");

    private static readonly SessionId Session = new(1);

    [Fact]
    public void Who_posted_something_is_told_and_the_room_goes_on()
    {
        var (room, storage) = Room(new BrokenClock());
        for (var command = 1; command <= 2; command++)
        {
            room.Tell(Post(command, "hola"));
            var read = storage.ExpectMsg<PersistenceCommand.ReadLast>();
            room.Tell(new PersistenceEvent.LastRead(read.Request, default));
            storage.ExpectMsg<PersistenceCommand.Prepare>();
            room.Tell(new PersistenceEvent.Prepared());
            ExpectMsg(new RoomEvent.Rejected(Session, command, RejectReason.Failed));
            ExpectMsg<RoomEvent.Detached>();
            room.Tell(new RoomCommand.Attach(TestActor, [Member]));
        }
    }

    [Fact]
    public void A_room_made_anew_knows_the_members_of_those_who_attach_again()
    {
        var (room, _) = Room(TimeProvider.System);

        // Whoever has not attached yet is told of nothing.
        room.Tell(new RoomCommand.List(Member, 0, Page: 1));
        ExpectMsg<RoomEvent.Answered>();
        Kill(room);
        ExpectMsg<RoomEvent.Detached>();

        // It waits for the members, whoever comes first.
        room.Tell(new RoomCommand.List(Member, 1, Page: 1));
        room.Tell(new RoomCommand.Attach(TestActor, [Member]));
        Assert.Equal(["ana"], Assert.IsType<ChatEvent.MemberList>(ExpectMsg<RoomEvent.Answered>().Answer).Names);
    }

    [Fact]
    public void What_is_with_the_storage_or_waits_for_it_outlives_the_room()
    {
        var (room, storage) = Room(TimeProvider.System);
        room.Tell(Post(1, "uno"));
        var read = storage.ExpectMsg<PersistenceCommand.ReadLast>();
        room.Tell(new PersistenceEvent.LastRead(read.Request, new RoomPosition(7, 0)));
        storage.ExpectMsg<PersistenceCommand.Prepare>();
        room.Tell(new PersistenceEvent.Prepared());
        room.Tell(Post(2, "dos"));
        var first = storage.ExpectMsg<PersistenceCommand.Store>();

        // The second message has arrived: it takes a longer way than the end.
        room.Tell(new RoomCommand.List(Member, 3, Page: 1));
        ExpectMsg<RoomEvent.Answered>();
        Kill(room);
        ExpectMsg<RoomEvent.Detached>();
        room.Tell(new PersistenceEvent.Stored(first.Request));
        room.Tell(new RoomCommand.Attach(TestActor, [Member]));
        Assert.Equal(8, ExpectMsg<RoomEvent.MessagesPosted>().Messages.Single().Number);
        storage.ExpectMsg<PersistenceCommand.Prepare>();
        room.Tell(new PersistenceEvent.Prepared());
        Assert.Equal(9, storage.ExpectMsg<PersistenceCommand.Store>().Messages.Single().Number);
    }

    [Fact]
    public void A_local_room_made_anew_has_its_members()
    {
        var lines = new LineDialect(TestServer.Texts, maxLine: 1024);
        var (connection, outbox) = (CreateTestProbe(), CreateTestProbe());
        var localRoom = ActorOf(Props.Create<Parent>(LocalRoomActor.PropsFor(new LocalRoomContext(
            RoomName.General, TestActor, ActorRefs.Nobody, ActorRefs.Nobody, Rules, new Dictionary<Viewer, IChatDialect> { [lines.Viewer] = lines }, TimeProvider.System))));
        ExpectMsg<RoomCommand.Attach>();
        localRoom.Tell(new LocalRoomCommand.Join(Session, 1, Ana, "127.0.0.1", lines.Viewer, connection.Ref, outbox.Ref, IsLogin: true));
        localRoom.Tell(new RoomEvent.MemberJoined(ExpectMsg<RoomCommand.Join>().Member, 1, 1, IsLogin: true, ""));
        outbox.ExpectMsg<Tcp.Write>();
        Kill(localRoom);
        Assert.Equal(Session, Assert.Single(ExpectMsg<RoomCommand.Attach>().Members).Session);
        localRoom.Tell(new RoomEvent.MessagesPosted([new ChatEvent.MessagePosted(new SessionId(2), 1, "general", 1, 0, "beto", "hola")]));
        Assert.Equal("beto: hola\n", outbox.ExpectMsg<Tcp.Write>().Data.ToString(Encoding.UTF8));
    }

    [Fact]
    public async Task A_member_reads_that_the_command_failed_and_the_next_one_is_answered()
    {
        using var store = new HeldStore(at: "espera");
        await using var party = await Party.OfAsync(store.In, "ana", "beto");
        await party["ana"].SendAsync("espera\n/username\n");
        await store.ReachedAsync();

        // In the place of the answer that a failing room would leave out.
        party.Server.System.ActorSelection("/user/node/chat-listener/conn-1").Tell(new SessionEvent.Rejected(3, RejectReason.Failed));
        await party["ana"].ExpectLineAsync(TestServer.Texts.CommandFailed);
        await party["ana"].ExpectLineAsync("Tu nickname es ana");
        store.LetGo();
        await party["beto"].ExpectLineAsync("ana: espera");
    }

    private static RoomRules Rules => new(100, TimeSpan.FromSeconds(1), 100);

    private RoomMember Member => new(Session, Ana, TestActor);

    private RoomCommand.PostBatch Post(long command, string text) => new([new RoomCommand.Post(Member, command, text, "127.0.0.1")]);

    private (IActorRef Room, TestProbe Storage) Room(TimeProvider clock)
    {
        var storage = CreateTestProbe();
        var room = ActorOf(Props.Create<Parent>(RoomActor.PropsFor(new RoomContext(RoomName.General, Rules, storage.Ref, clock))));
        room.Tell(new RoomCommand.Attach(TestActor, [Member]));
        return (room, storage);
    }

    private void Kill(IActorRef parent) => Sys.ActorSelection(parent.Path / "child").Tell(Akka.Actor.Kill.Instance);

    private sealed class BrokenClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => throw new InjectedException("the clock");
    }

    private sealed class Parent : ReceiveActor
    {
        public Parent(Props room)
        {
            var child = Context.ActorOf(room, "child");
            ReceiveAny(child.Forward);
        }

        protected override SupervisorStrategy SupervisorStrategy() => new ServerSupervision(ActorRefs.Nobody);
    }
}
