using Akka.Actor;

namespace ActorChat.Server.Chat.Rooms;

/// <summary>Decides where rooms live: all in this process. The only place that knows.</summary>
internal static class RoomPlacement
{
    /// <summary>The name of a room's actor in the tree.</summary>
    public static string NameOf(RoomName room) => "room-" + room.Value;

    /// <summary>The name of a local room's actor in the tree.</summary>
    public static string LocalNameOf(RoomName room) => "local-" + NameOf(room);

    /// <summary>Starts a room, and its local room for this node.</summary>
    /// <param name="parent">Supervises both.</param>
    /// <param name="room">What the room is given.</param>
    /// <param name="local">Makes what the local room is given, once the room is there.</param>
    /// <returns>The local room.</returns>
    public static IActorRef Start(IActorRefFactory parent, RoomContext room, Func<IActorRef, LocalRoomContext> local)
    {
        var actor = parent.ActorOf(RoomActor.PropsFor(room), NameOf(room.Room));
        return parent.ActorOf(LocalRoomActor.PropsFor(local(actor)), LocalNameOf(room.Room));
    }
}
