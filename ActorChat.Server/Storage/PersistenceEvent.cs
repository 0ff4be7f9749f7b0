using ActorChat.Server.Storage.Errors;
using ActorChat.Server.Storage.Moderation;
using Akka.Actor;

namespace ActorChat.Server.Storage;

/// <summary>What <see cref="PersistenceActor"/> tells.</summary>
internal abstract record PersistenceEvent
{
    private PersistenceEvent()
    {
    }

    /// <summary>The answer to <see cref="PersistenceCommand.Check"/>.</summary>
    internal sealed record Checked(bool IsOpen) : PersistenceEvent;

    /// <summary>To the parent: the database is open; from the users' actor theirs, then from the whole both.</summary>
    internal sealed record Ready : PersistenceEvent;

    /// <summary>To the parent, at the first start only: a database cannot be opened, and nothing goes on.</summary>
    internal sealed record Unavailable(OpenException Reason) : PersistenceEvent, INoSerializationVerificationNeeded;

    /// <summary>To the parent: nothing more of the users will be written.</summary>
    internal sealed record UsersClosed : PersistenceEvent;

    /// <summary>To the parent: all is written that could be, and the messages' database is closed.</summary>
    internal sealed record Closed : PersistenceEvent;

    /// <summary>The writer has time: send what has gathered.</summary>
    internal sealed record Prepared : PersistenceEvent;

    /// <summary>All messages of the request are durable.</summary>
    internal sealed record Stored(long Request) : PersistenceEvent;

    /// <summary>The messages of the request are refused; why stands in the log already.</summary>
    internal sealed record NotStored(long Request, NotStoredReason Reason) : PersistenceEvent;

    /// <summary>Where the room's log ends; (0, 0) for a room without messages.</summary>
    internal sealed record LastRead(long Request, RoomPosition Position) : PersistenceEvent
    {
        /// <summary>Those with a mark among the last messages.</summary>
        public StoredMessage[] Marked { get; init; } = [];
    }

    /// <summary>The rooms of which something is kept.</summary>
    internal sealed record RoomsRead(StoredRoom[] Rooms) : PersistenceEvent
    {
        /// <summary>Shows no words of users.</summary>
        public override string ToString() => $"RoomsRead {{ Count = {Rooms.Length} }}";
    }

    /// <summary>What becomes of a <see cref="PersistenceCommand.SaveRoom"/>; where it was refused, why stands in the log already.</summary>
    internal sealed record RoomSaved(StoredRoom Room, long Session, long Command, bool IsDurable) : PersistenceEvent
    {
        /// <summary>Shows no words of users.</summary>
        public override string ToString() => $"RoomSaved {{ Room = {Room.Key}, IsDurable = {IsDurable} }}";
    }

    /// <summary>What becomes of a <see cref="PersistenceCommand.SaveAct"/>; where it was refused, why stands in the log already.</summary>
    internal sealed record ActSaved(ModerationAct Act, ModerationSource Giver, bool IsDurable) : PersistenceEvent;

    /// <summary>Who is banned from the whole server.</summary>
    internal sealed record ServerSanctionsRead(Sanction[] Sanctions) : PersistenceEvent
    {
        /// <summary>Shows no addresses.</summary>
        public override string ToString() => $"ServerSanctionsRead {{ Count = {Sanctions.Length} }}";
    }

    /// <summary>Rooms, or who is banned from the whole server, cannot be read now; why stands in the log already.</summary>
    internal sealed record OrderNotRead : PersistenceEvent;

    /// <summary>The room's last message cannot be read now; why stands in the log already.</summary>
    internal sealed record NotRead(long Request) : PersistenceEvent;
}

/// <summary>What has become of messages that are refused.</summary>
internal enum NotStoredReason
{
    /// <summary>Not one of them is on disk, and none will be.</summary>
    Refused,

    /// <summary>A number was taken, so that none is on disk: read the room's last message before the next.</summary>
    NumberTaken,

    /// <summary>They may be on disk, or the table may be another one: read the room's last message before the next.</summary>
    Unknown,
}
