using Akka.Actor;
using Akka.IO;

namespace ActorChat.Server.Chat.Rooms;

/// <summary>A member of a room whose connection is on this node.</summary>
/// <param name="join">The command by which it came.</param>
/// <param name="localRoom">Its local room.</param>
/// <param name="audience">Those who get the same bytes.</param>
internal sealed class LocalMember(LocalRoomCommand.Join join, IActorRef localRoom, Audience audience)
{
    private readonly IActorRef _outbox = join.Outbox;

    public SessionId Session { get; } = join.Session;

    /// <summary>The member as the room knows it.</summary>
    public RoomMember Member { get; } = new(join.Session, join.Nickname, localRoom);

    /// <summary>The command by which it came: a session may join again before the room has answered an earlier one.</summary>
    public long JoinCommand { get; } = join.Command;

    public Viewer Viewer { get; } = join.Viewer;

    public string Address { get; } = join.Address;

    public IActorRef Connection { get; } = join.Connection;

    public Audience Audience { get; set; } = audience;

    public MemberState State { get; set; } = MemberState.Joining;

    /// <summary>Whether it has nothing more to say while the server stops.</summary>
    public bool HasFinished { get; set; }

    /// <summary>The first of its own messages among those that are just being delivered; 0 for none.</summary>
    public long FirstOwn { get; set; }

    /// <summary>The last of those.</summary>
    public long LastOwn { get; set; }

    /// <summary>Whether it is told what happens in the room.</summary>
    public bool IsListening => State is MemberState.In or MemberState.Leaving;

    /// <summary>Writes to the member. Its connection hears of it when there is no room for more.</summary>
    public void Write(Tcp.Write? bytes)
    {
        if (bytes is not null)
            _outbox.Tell(bytes, Connection);
    }
}

/// <summary>How far a member is.</summary>
internal enum MemberState
{
    /// <summary>Asked for, not answered.</summary>
    Joining,

    /// <summary>In the room.</summary>
    In,

    /// <summary>Still in the room; to leave without its connection hearing of it, which has ended.</summary>
    Lost,

    /// <summary>Still in the room; has asked to leave.</summary>
    Leaving,
}
