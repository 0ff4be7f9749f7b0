using Akka.Actor;
using Akka.IO;

namespace ActorChat.Server.Chat.Rooms.Local;

/// <summary>A member of a room whose connection is on this node.</summary>
internal sealed class LocalMember(LocalRoomCommand.Join join, IActorRef localRoom)
{
    private readonly IActorRef _outbox = join.Outbox;
    private List<Tcp.Write>? _held;

    public SessionId Session { get; } = join.Session;

    /// <summary>The part of the member that the room needs.</summary>
    public RoomMember Member { get; set; } = new(join.Session, join.Nickname, localRoom, join.Account) { Address = join.Address };

    /// <summary>The command by which it came: a session may join again before the room has answered an earlier one.</summary>
    public long JoinCommand { get; } = join.Command;

    public Viewer Viewer { get; } = join.Viewer;

    public IActorRef Connection { get; } = join.Connection;

    /// <summary>What it is told first; set when the room has confirmed the join.</summary>
    public ChatEvent? Welcome { get; set; }

    /// <summary>How many of the last messages it is told when it enters.</summary>
    public int Replay { get; } = join.Replay;

    /// <summary>Where its replay ends: the number of the first message that is delivered to it; 0 while unknown.</summary>
    public long FirstLive { get; set; }

    /// <summary>When it is let in without a replay.</summary>
    public TimeSpan ReplayUntil { get; set; }

    /// <summary>The bytes that wait for its replay.</summary>
    public int HeldBytes { get; private set; }

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
        if (bytes is null)
            return;
        if (State is MemberState.In or MemberState.Leaving)
            _outbox.Tell(bytes, Connection);
        else if (State is MemberState.Replaying)
            Hold(bytes);
    }

    /// <summary>Writes what was held back.</summary>
    public void Release()
    {
        foreach (var bytes in _held ?? [])
            Write(bytes);
        _held = null;
    }

    private void Hold(Tcp.Write bytes)
    {
        (_held ??= []).Add(bytes);
        HeldBytes += bytes.Data.Count;
    }
}

/// <summary>The states of a local member.</summary>
internal enum MemberState
{
    /// <summary>The room has not answered the join yet.</summary>
    Joining,

    /// <summary>The room has confirmed the join, and the replay is being read. What is written to it is held back.</summary>
    Replaying,

    /// <summary>It has been welcomed.</summary>
    In,

    /// <summary>Leaving, with no connection left that could read.</summary>
    Lost,

    /// <summary>Leaving, and still reading until the room has answered.</summary>
    Leaving,

    /// <summary>Put out: hears nothing more, but what it had on the way is answered until its session leaves.</summary>
    Expelled,
}
