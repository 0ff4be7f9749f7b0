using System.Net;
using ActorChat.Server.Chat;
using ActorChat.Server.Lifecycle;
using ActorChat.Tests.Server;
using Akka.Actor;
using Akka.TestKit.Xunit2;
using Xunit;

namespace ActorChat.Tests.Faults.Actors;

/// <summary>The room fails over one command: whose it was is told, and the room goes on.</summary>
public class FailingRoomTests : TestKit
{
    private static readonly Nickname Ana = Nickname.TryParse("ana", out var ana) ? ana : throw new FormatException();

    // Without anybody to store, all that has to do with it fails.
    private IActorRef Room => ActorOf(Props.Create(() => new Node(RoomActor.PropsFor(TestServer.Texts, new RoomRules(100, TimeSpan.FromSeconds(1), 100), null!, TimeProvider.System))));

    [Fact]
    public void Who_said_something_is_told_and_the_room_goes_on()
    {
        var room = Room;
        room.Tell(new RoomCommand.Say(Ana, "hola", IPAddress.Loopback, TestActor));
        ExpectMsg<RoomEvent.Failed>();
        room.Tell(new RoomCommand.Say(Ana, "otra vez", IPAddress.Loopback, TestActor));
        ExpectMsg<RoomEvent.Failed>();
    }

    [Fact]
    public void Who_was_to_join_is_told_and_is_not_in()
    {
        var room = Room;
        room.Tell(new RoomCommand.Join(Ana, TestActor, ActorRefs.Nobody));
        ExpectMsg<RoomEvent.Failed>();

        // The nickname is not taken.
        room.Tell(new RoomCommand.Join(Ana, TestActor, ActorRefs.Nobody));
        ExpectMsg<RoomEvent.Failed>();
    }

    [Fact]
    public async Task A_member_reads_that_the_command_failed_and_the_next_one_is_answered()
    {
        using var store = new HeldStore(at: "espera");
        await using var party = await Party.OfAsync(store.In, "ana", "beto");
        await party["ana"].SendAsync("espera\n/username\n");
        await store.ReachedAsync();

        // In the place of the answer that a failing room would leave out.
        party.Server.System.ActorSelection("/user/node/chat-listener/conn-1").Tell(RoomEvent.Failed.Instance);
        await party["ana"].ExpectLineAsync(TestServer.Texts.CommandFailed);
        await party["ana"].ExpectLineAsync("Tu nickname es ana");
        store.LetGo();
        await party["beto"].ExpectLineAsync("ana: espera");
    }

    private sealed class Node : ReceiveActor
    {
        public Node(Props room)
        {
            var child = Context.ActorOf(room);
            ReceiveAny(child.Forward);
        }

        protected override SupervisorStrategy SupervisorStrategy() => new ServerSupervision(_ => { });
    }
}
