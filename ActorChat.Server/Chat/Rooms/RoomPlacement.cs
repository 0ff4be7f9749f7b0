using ActorChat.Server.Chat.Rooms.Local;
using Akka.Actor;

namespace ActorChat.Server.Chat.Rooms;

/// <summary>Decides where rooms live: at present all in this process.</summary>
internal static class RoomPlacement
{
    /// <summary>The actor name of a room.</summary>
    public static string NameOf(RoomName room) => "room-" + Uri.EscapeDataString(room.Casefolded);

    /// <summary>The actor name of a local room.</summary>
    public static string LocalNameOf(RoomName room) => "local-" + NameOf(room);

    /// <summary>Starts a room, and its local room for this node.</summary>
    /// <param name="parent">Supervises both actors.</param>
    /// <param name="room">The room's dependencies.</param>
    /// <param name="local">Makes the local room's dependencies from the room's actor.</param>
    /// <returns>Both actors.</returns>
    public static (IActorRef Room, IActorRef LocalRoom) Start(IActorRefFactory parent, RoomContext room, Func<IActorRef, LocalRoomContext> local)
    {
        var actor = parent.ActorOf(RoomActor.PropsFor(room), NameOf(room.Room));
        return (actor, parent.ActorOf(LocalRoomActor.PropsFor(local(actor)), LocalNameOf(room.Room)));
    }
}
