using ActorChat.Server.Storage.Moderation;
using Akka.Actor;

namespace ActorChat.Server.Storage;

/// <summary>What <see cref="PersistenceActor"/> is told.</summary>
internal abstract record PersistenceCommand
{
    private PersistenceCommand()
    {
    }

    /// <summary>Asks whether the database of the messages is open. Answered by <see cref="PersistenceEvent.Checked"/>, without a query.</summary>
    internal sealed record Check(IActorRef ReplyTo) : PersistenceCommand;

    /// <summary>
    /// Store these messages, one at least, all or none. Answered by <see cref="PersistenceEvent.Stored"/> once they are durable, or
    /// <see cref="PersistenceEvent.NotStored"/>. A room has one request at a time: were the first refused, the next would leave a gap.
    /// </summary>
    internal sealed record Store(IReadOnlyList<MessageRecord> Messages, IActorRef ReplyTo, long Request) : PersistenceCommand
    {
        /// <summary>Shows no words of users.</summary>
        public override string ToString() => $"Store {{ Request = {Request}, Count = {Messages.Count} }}";
    }

    /// <summary>
    /// Announces a request. Answered by <see cref="PersistenceEvent.Prepared"/> when the writer has time for it: what gathers until then
    /// shares the cost of a sync.
    /// </summary>
    internal sealed record Prepare(IActorRef ReplyTo) : PersistenceCommand;

    /// <summary>
    /// Find a room's last message, behind all that was to be stored before. Answered by <see cref="PersistenceEvent.LastRead"/> or
    /// <see cref="PersistenceEvent.NotRead"/>, on a thread other than the writer's.
    /// </summary>
    internal sealed record ReadLast(string Room, IActorRef ReplyTo, long Request) : PersistenceCommand;

    /// <summary>
    /// Read the rooms of which something is kept. Answered by <see cref="PersistenceEvent.RoomsRead"/> or <see cref="PersistenceEvent.OrderNotRead"/>.
    /// </summary>
    internal sealed record ReadRooms(int Limit, IActorRef ReplyTo) : PersistenceCommand;

    /// <summary>Keep what is known of a room. Answered by <see cref="PersistenceEvent.RoomSaved"/>.</summary>
    /// <param name="Room">The room.</param>
    /// <param name="Session">Comes back in the answer.</param>
    /// <param name="Command">Comes back too.</param>
    /// <param name="ReplyTo">Receives the answer.</param>
    internal sealed record SaveRoom(StoredRoom Room, long Session, long Command, IActorRef ReplyTo) : PersistenceCommand
    {
        public PersistenceEvent.RoomSaved Answer(bool isDurable) => new(Room, Session, Command, isDurable);

        /// <summary>Shows no words of users.</summary>
        public override string ToString() => $"SaveRoom {{ Room = {Room.Key} }}";
    }

    /// <summary>Keep an act of order. Answered by <see cref="PersistenceEvent.ActSaved"/>.</summary>
    /// <param name="Act">The act.</param>
    /// <param name="RoomName">The name of its room as shown.</param>
    /// <param name="Giver">Comes back in the answer.</param>
    /// <param name="ReplyTo">Receives the answer.</param>
    internal sealed record SaveAct(ModerationAct Act, string RoomName, ModerationSource Giver, IActorRef ReplyTo) : PersistenceCommand
    {
        public PersistenceEvent.ActSaved Answer(bool isDurable) => new(Act, Giver, isDurable);
    }

    /// <summary>
    /// Read who is banned from the whole server. Answered by <see cref="PersistenceEvent.ServerSanctionsRead"/> or
    /// <see cref="PersistenceEvent.OrderNotRead"/>.
    /// </summary>
    internal sealed record ReadServerSanctions(IActorRef ReplyTo) : PersistenceCommand;

    /// <summary>Note that a user is here now. Not answered: the chat does not wait for it.</summary>
    internal sealed record UserSeen(string Nickname) : PersistenceCommand;

    /// <summary>
    /// Open the users' database, at the first start only. Answered by <see cref="PersistenceEvent.Ready"/> or
    /// <see cref="PersistenceEvent.Unavailable"/>.
    /// </summary>
    internal sealed record OpenUsers : PersistenceCommand;

    /// <summary>Write down what is left, messages and users, and close. Answered to the parent, by <see cref="PersistenceEvent.Closed"/>.</summary>
    /// <param name="Limit">How long the users' database may take; who is not written down by then is logged.</param>
    internal sealed record Close(TimeSpan Limit) : PersistenceCommand;
}
