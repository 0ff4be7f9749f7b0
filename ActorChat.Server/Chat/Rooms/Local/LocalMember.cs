using Akka.Actor;
using Akka.IO;

namespace ActorChat.Server.Chat.Rooms.Local;

/// <summary>A member of a room whose connection is on this node.</summary>
internal sealed class LocalMember(LocalRoomCommand.Join join, IActorRef localRoom)
{
    private readonly IActorRef _outbox = join.Outbox;

    public SessionId Session { get; } = join.Session;

    /// <summary>The part of the member that the room needs.</summary>
    public RoomMember Member { get; set; } = new(join.Session, join.Nickname, localRoom, join.Account);

    /// <summary>The command by which it came: a session may join again before the room has answered an earlier one.</summary>
    public long JoinCommand { get; } = join.Command;

    public Viewer Viewer { get; } = join.Viewer;

    public string Address { get; } = join.Address;

    public IActorRef Connection { get; } = join.Connection;

    /// <summary>Set by the <see cref="FanOut"/>.</summary>
    public Audience Audience { get; set; } = null!;

    /// <summary>Whether plain text of its user goes to this room.</summary>
    public bool IsFocused { get; set; } = true;

    public MemberState State { get; set; } = MemberState.Joining;

    /// <summary>Whether its input has ended while the server stops.</summary>
    public bool HasFinished { get; set; }

    /// <summary>Its first command in the current delivery; 0 for none.</summary>
    public long FirstOwn { get; set; }

    /// <summary>Its last command in the current delivery.</summary>
    public long LastOwn { get; set; }

    /// <summary>Writes to a member that listens. The socket reports a full queue to the connection.</summary>
    public void Write(Tcp.Write? bytes)
    {
        if (bytes is not null && State is MemberState.In or MemberState.Leaving)
            _outbox.Tell(bytes, Connection);
    }
}

/// <summary>The states of a local member.</summary>
internal enum MemberState
{
    /// <summary>The room has not answered the join yet.</summary>
    Joining,

    /// <summary>The room has confirmed the join.</summary>
    In,

    /// <summary>Leaving, with no connection left that could read.</summary>
    Lost,

    /// <summary>Leaving, and still reading until the room has answered.</summary>
    Leaving,
}
