using ActorChat.Server.Storage.Moderation;
using Akka.Actor;

namespace ActorChat.Server.Chat.Rooms;

/// <summary>The commands of <see cref="RoomsActor"/>.</summary>
internal abstract record RoomsCommand
{
    private RoomsCommand()
    {
    }

    /// <summary>Enters a room, which starts if it is not open. Answered by the local room, or by <see cref="SessionEvent.Rejected"/>.</summary>
    internal sealed record Join(RoomName Room, LocalRoomCommand.Join Command) : RoomsCommand;

    /// <summary>Takes back a join that was not answered in time. Answered by <see cref="SessionEvent.Left"/>.</summary>
    internal sealed record Leave(RoomName Room, LocalRoomCommand.Leave Command) : RoomsCommand;

    /// <summary>Requests a page of the room list. Answered by <see cref="SessionEvent.Answered"/>.</summary>
    internal sealed record List(IActorRef Connection, long Command, int Page) : RoomsCommand;

    /// <summary>From a local room, for the room list: members have come or gone.</summary>
    internal sealed record CountMembers(RoomName Room, int Members) : RoomsCommand;

    /// <summary>From a local room, for the room list: its topic has changed.</summary>
    internal sealed record NoteTopic(RoomName Room, string Topic) : RoomsCommand;

    /// <summary>From a local room: an order was carried out.</summary>
    internal sealed record NoteAct(RoomName Room, ModerationAct Act) : RoomsCommand;

    /// <summary>Takes their offices in all rooms from an account that has ended. Not answered.</summary>
    internal sealed record ForgetAccount(string Account, string Nickname) : RoomsCommand;

    /// <summary>Gives an order from the server's own console. Answered to it by a <see cref="ChatEvent"/>.</summary>
    internal sealed record Order(RoomName Room, ModerationSource Giver, ChatCommand.Order What) : RoomsCommand;

    /// <summary>
    /// Asks whether there is a room, and whether it would let somebody in. Answered to what the member has for a local room, by
    /// <see cref="RoomEvent.AccessFound"/>.
    /// </summary>
    internal sealed record FindAccess(RoomName Room, RoomMember Member) : RoomsCommand;

    /// <summary>Posts a message of somebody who is not in the room, which starts if it is not open. Answered by the room.</summary>
    internal sealed record PostFromOutside(RoomName Room, RoomCommand.Post Post) : RoomsCommand;

    /// <summary>From a local room: nobody is in the room, and nothing waits for the storage.</summary>
    /// <param name="Room">The room.</param>
    /// <param name="Joins">The number of joins that it has received.</param>
    internal sealed record Unused(RoomName Room, long Joins) : RoomsCommand;
}
