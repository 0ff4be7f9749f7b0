using ActorChat.Server.Storage;
using ActorChat.Server.Storage.Moderation;
using Akka.Actor;

namespace ActorChat.Server.Chat.Rooms;

/// <summary>A member of a room, on any node.</summary>
/// <param name="Session">Its session.</param>
/// <param name="Nickname">Its nickname.</param>
/// <param name="LocalRoom">The local room of its node.</param>
/// <param name="Account">The key of the account that its session is identified with; null without one.</param>
internal sealed record RoomMember(SessionId Session, Nickname Nickname, IActorRef LocalRoom, string? Account = null)
{
    /// <summary>Its network address.</summary>
    public string Address { get; init; } = "";

    /// <summary>Keeps the address out of the log.</summary>
    public override string ToString() => $"RoomMember {{ {Nickname} }}";
}

/// <summary>The commands of <see cref="RoomActor"/>, from the local rooms.</summary>
internal abstract record RoomCommand
{
    private RoomCommand()
    {
    }

    /// <summary>A command whose sender waits for an answer.</summary>
    internal interface IAnswered
    {
        RoomMember Member { get; }

        /// <summary>The session's command number.</summary>
        long Command { get; }
    }

    /// <summary>Subscribes a local room to all events. Not answered.</summary>
    /// <param name="LocalRoom">The local room.</param>
    /// <param name="Members">Its members whose join was confirmed before.</param>
    internal sealed record Attach(IActorRef LocalRoom, IReadOnlyList<RoomMember> Members) : RoomCommand;

    /// <summary>Adds a member. Publishes <see cref="RoomEvent.MemberJoined"/> to all local rooms.</summary>
    /// <param name="Member">The new member.</param>
    /// <param name="Command">The member's command number.</param>
    /// <param name="IsLogin">Whether the user has just connected.</param>
    internal sealed record Join(RoomMember Member, long Command, bool IsLogin) : RoomCommand, IAnswered;

    /// <summary>Removes a member. Publishes <see cref="RoomEvent.MemberParted"/> to all local rooms.</summary>
    /// <param name="Session">The member's session.</param>
    /// <param name="Kind">How it leaves.</param>
    internal sealed record Part(SessionId Session, PartKind Kind) : RoomCommand;

    /// <summary>
    /// Posts public messages that have gathered: stored, then answered to all local rooms by <see cref="RoomEvent.MessagesPosted"/>, or to
    /// their own by <see cref="RoomEvent.Rejected"/>.
    /// </summary>
    /// <param name="Messages">At least one, in the order in which they came.</param>
    internal sealed record PostBatch(Post[] Messages) : RoomCommand
    {
        /// <summary>For the log: how many.</summary>
        public override string ToString() => $"PostBatch {{ Count = {Messages.Length} }}";
    }

    /// <summary>A public message.</summary>
    /// <param name="Member">The author.</param>
    /// <param name="Command">Which of the author's commands this is.</param>
    /// <param name="Text">The words.</param>
    /// <param name="Address">The author's network address.</param>
    internal sealed record Post(RoomMember Member, long Command, string Text, string Address) : IAnswered
    {
        /// <summary>What the author's client knows it by; null without such a mark.</summary>
        public string? Mark { get; init; }

        /// <inheritdoc cref="LocalRoomCommand.Post.OtherRoom"/>
        public string? OtherRoom { get; init; }

        /// <summary>
        /// Whether the author is not in the room. What its member has for a local room then stands for the author: it gets the answer, also that of
        /// a message that is stored (<see cref="ChatEvent.PostedBefore"/>).
        /// </summary>
        public bool IsFromOutside { get; init; }

        /// <summary>Keeps the text out of the log.</summary>
        public override string ToString() => $"Post {{ Author = {Member.Nickname}, Length = {Text.Length} }}";
    }

    /// <summary>Requests a page of the member list. Answered by <see cref="RoomEvent.Answered"/>.</summary>
    internal sealed record List(RoomMember Member, long Command, int Page) : RoomCommand, IAnswered;

    /// <summary>Sets the topic, or asks for it. Answered by <see cref="RoomEvent.Answered"/>.</summary>
    /// <param name="Member">The author.</param>
    /// <param name="Command">The author's command number.</param>
    /// <param name="Text">The topic; null asks for it, empty removes it.</param>
    internal sealed record Topic(RoomMember Member, long Command, string? Text) : RoomCommand, IAnswered;

    /// <summary>Replaces what is known of a member: its account has changed. Not answered.</summary>
    internal sealed record Update(RoomMember Member) : RoomCommand;

    /// <summary>Asks for the number of the room's next message. Answered by <see cref="RoomEvent.PositionFound"/>, as soon as it is known.</summary>
    internal sealed record FindPosition(IActorRef LocalRoom) : RoomCommand;

    /// <summary>Tells the room the topic that the storage keeps for it.</summary>
    internal sealed record SetTopic(string Text) : RoomCommand;

    /// <summary>Tells the room the order that the storage keeps for it.</summary>
    internal sealed record SetModeration(StoredRoom Kept) : RoomCommand;

    /// <summary>Tells a new room to whom it belongs. Not answered.</summary>
    internal sealed record Own(string Account, string Nickname) : RoomCommand;

    /// <summary>Takes their offices from an account that has ended. Not answered.</summary>
    internal sealed record ForgetAccount(string Account, string Nickname) : RoomCommand;

    /// <summary>
    /// Gives an order. Answered by <see cref="RoomEvent.Answered"/> or <see cref="RoomEvent.Moderated"/>; to a console by the event for users.
    /// </summary>
    /// <param name="Giver">Who waits for the answer.</param>
    /// <param name="Member">The giver; null for a console.</param>
    /// <param name="What">The order.</param>
    internal sealed record Order(ModerationSource Giver, RoomMember? Member, ChatCommand.Order What) : RoomCommand;
}

/// <summary>How a member leaves a room.</summary>
internal enum PartKind
{
    /// <summary>The user leaves the room and stays connected.</summary>
    Left,

    /// <summary>The user disconnects.</summary>
    Disconnected,

    /// <summary>The server stops: the others are not notified.</summary>
    Unannounced,

    /// <summary>The user was put out: the others have read so already.</summary>
    Expelled,
}

/// <summary>The events of <see cref="RoomActor"/>, for the local rooms.</summary>
internal abstract record RoomEvent
{
    private RoomEvent()
    {
    }

    /// <summary>The room has restarted without members: attach again.</summary>
    internal sealed record Detached : RoomEvent;

    /// <summary>A member has joined.</summary>
    /// <param name="Member">The new member.</param>
    /// <param name="Command">The command number of the join.</param>
    /// <param name="Count">The number of members now.</param>
    /// <param name="IsLogin">Whether the user has just connected.</param>
    /// <param name="Topic">The room's topic.</param>
    internal sealed record MemberJoined(RoomMember Member, long Command, int Count, bool IsLogin, string Topic) : RoomEvent;

    /// <summary>A member has left.</summary>
    /// <param name="Member">The former member.</param>
    /// <param name="Count">The number of members now.</param>
    /// <param name="Kind">How it has left.</param>
    internal sealed record MemberParted(RoomMember Member, int Count, PartKind Kind) : RoomEvent;

    /// <summary>Messages are stored: deliver them, and confirm them to their authors.</summary>
    /// <param name="Messages">At least one, ordered by number.</param>
    internal sealed record MessagesPosted(IReadOnlyList<ChatEvent.MessagePosted> Messages) : RoomEvent
    {
        /// <summary>Logs only the numbers.</summary>
        public override string ToString() => $"MessagesPosted {{ Numbers = {Messages[0].Number}..{Messages[^1].Number} }}";
    }

    /// <summary>All messages below this number were published before, or will never be.</summary>
    internal sealed record PositionFound(long Next) : RoomEvent;

    /// <summary>The answer to a member's question.</summary>
    internal sealed record Answered(SessionId Session, long Command, ChatEvent Answer) : RoomEvent;

    /// <summary>A member has set the topic.</summary>
    internal sealed record TopicChanged(SessionId Session, long Command, string Author, string Text) : RoomEvent;

    /// <summary>The room has no members and nothing to store: it may end.</summary>
    /// <param name="Orders">The number of orders without a member that the room has heard.</param>
    internal sealed record Unused(long Orders) : RoomEvent;

    /// <summary>An order was carried out.</summary>
    internal sealed record Moderated(ModerationSource Giver, ModerationAct Act) : RoomEvent;

    /// <summary>The answer to <see cref="RoomsCommand.FindAccess"/>.</summary>
    /// <param name="IsRoomKnown">Whether the room is open or kept.</param>
    /// <param name="Obstacle">What keeps the asker out; null for nothing.</param>
    internal sealed record AccessFound(bool IsRoomKnown, ChatEvent? Obstacle) : RoomEvent;

    /// <summary>A command was refused.</summary>
    /// <param name="Session">The session.</param>
    /// <param name="Command">Its command number.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="Answer">What the client is told; null for the reason alone.</param>
    internal sealed record Rejected(SessionId Session, long Command, RejectReason Reason, ChatEvent? Answer = null) : RoomEvent;
}

/// <summary>The commands of <see cref="Local.LocalRoomActor"/>, from the connections of its node.</summary>
internal abstract record LocalRoomCommand
{
    private LocalRoomCommand()
    {
    }

    /// <summary>A command whose session waits for an answer and for nothing else.</summary>
    internal interface IQuestion
    {
        SessionId Session { get; }

        /// <summary>The session's command number.</summary>
        long Command { get; }
    }

    /// <summary>Adds a session. Answered by <see cref="SessionEvent.Joined"/> or <see cref="SessionEvent.Rejected"/>.</summary>
    /// <param name="Session">The session.</param>
    /// <param name="Command">Its command number.</param>
    /// <param name="Nickname">Its nickname.</param>
    /// <param name="Address">Its network address, to be stored with its messages.</param>
    /// <param name="Viewer">Its dialect and language.</param>
    /// <param name="Connection">Its connection.</param>
    /// <param name="Outbox">Its socket, which accepts <see cref="Akka.IO.Tcp.Write"/> directly from the room.</param>
    /// <param name="IsLogin">Whether the user has just connected.</param>
    internal sealed record Join(
        SessionId Session, long Command, Nickname Nickname, string Address, Viewer Viewer, IActorRef Connection, IActorRef Outbox, bool IsLogin)
        : LocalRoomCommand
    {
        /// <summary>The key of the account that it is identified with; null without one.</summary>
        public string? Account { get; init; }

        /// <summary>How many of the room's last messages it is told, at most.</summary>
        public int Replay { get; init; }
    }

    /// <summary>Tells that a session is now identified with an account, or no longer with any. Not answered.</summary>
    internal sealed record Identify(SessionId Session, string? Account) : LocalRoomCommand;

    /// <summary>Removes a session. Answered by <see cref="SessionEvent.Left"/>, after the room's last write to it.</summary>
    /// <param name="Session">The session.</param>
    /// <param name="Connection">Receives the answer.</param>
    /// <param name="Kind">How it leaves.</param>
    internal sealed record Leave(SessionId Session, IActorRef Connection, PartKind Kind) : LocalRoomCommand;

    /// <summary>Posts a message. Answered by <see cref="SessionEvent.Accepted"/> once it is stored, or <see cref="SessionEvent.Rejected"/>.</summary>
    internal sealed record Post(SessionId Session, long Command, string Text) : LocalRoomCommand, IQuestion
    {
        /// <inheritdoc cref="RoomCommand.Post.Mark"/>
        public string? Mark { get; init; }

        /// <summary>
        /// A room for which it may be meant, as typed: one that the author is not in. It is refused, unless that is the name of a member. Null for
        /// none.
        /// </summary>
        public string? OtherRoom { get; init; }

        /// <summary>Keeps the text out of the log.</summary>
        public override string ToString() => $"Post {{ Session = {Session.Value}, Length = {Text.Length} }}";
    }

    /// <summary>Requests a page of the member list. Writes the page, then answers by <see cref="SessionEvent.Accepted"/>.</summary>
    internal sealed record List(SessionId Session, long Command, int Page) : LocalRoomCommand, IQuestion;

    /// <summary>Sets the topic, or asks for it if the text is null. Answered as <see cref="List"/>.</summary>
    internal sealed record Topic(SessionId Session, long Command, string? Text) : LocalRoomCommand, IQuestion;

    /// <summary>Gives an order. Answered as <see cref="List"/>.</summary>
    internal sealed record Order(SessionId Session, long Command, ChatCommand.Order What) : LocalRoomCommand, IQuestion;

    /// <inheritdoc cref="RoomCommand.ForgetAccount"/>
    internal sealed record ForgetAccount(string Account, string Nickname) : LocalRoomCommand;

    /// <summary>Posts a message of somebody who is not in the room. Answered as its <see cref="RoomCommand.Post.IsFromOutside"/> says.</summary>
    internal sealed record PostFromOutside(RoomCommand.Post Message) : LocalRoomCommand;

    /// <summary>Gives an order from the server's own console. Answered to it.</summary>
    internal sealed record OrderFromConsole(ModerationSource Giver, ChatCommand.Order What) : LocalRoomCommand;

    /// <summary>Tells whether this is the session's current room, whose lines need no room name. Answered by <see cref="SessionEvent.Accepted"/>.</summary>
    /// <param name="Session">The session.</param>
    /// <param name="Command">Its command number.</param>
    /// <param name="IsCurrent">Whether it is.</param>
    /// <param name="Answer">Written before the first line without a name, so that the user knows whose it is; null for nothing.</param>
    internal sealed record Focus(SessionId Session, long Command, bool IsCurrent, ChatEvent? Answer) : LocalRoomCommand, IQuestion;

    /// <summary>
    /// Reports that a session's input has ended while the server stops. Answered by <see cref="SessionEvent.Released"/> when all members have
    /// finished or <see cref="Close"/> times out.
    /// </summary>
    internal sealed record Finish(SessionId Session) : LocalRoomCommand;

    /// <summary>Starts the shutdown barrier.</summary>
    /// <param name="Timeout">How long finished members wait for the others.</param>
    internal sealed record Close(TimeSpan Timeout) : LocalRoomCommand;
}

/// <summary>The events for the connections, mostly of <see cref="Local.LocalRoomActor"/>.</summary>
internal abstract record SessionEvent
{
    private SessionEvent()
    {
    }

    /// <summary>The session has joined, and its welcome is written.</summary>
    internal sealed record Joined(long Command, RoomName Room, IActorRef LocalRoom) : SessionEvent;

    /// <summary>The session has left: the room writes nothing more to it.</summary>
    internal sealed record Left(RoomName Room) : SessionEvent;

    /// <summary>The session may leave.</summary>
    internal sealed record Released(RoomName Room) : SessionEvent;

    /// <summary>Consecutive commands have been executed.</summary>
    internal sealed record Accepted(long First, long Last) : SessionEvent;

    /// <summary>The answer to a command, which the connection is to write itself.</summary>
    internal sealed record Answered(long Command, ChatEvent Answer) : SessionEvent;

    /// <summary>A command was refused.</summary>
    /// <param name="Command">The command number.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="Answer">What the client is told; null for the reason alone.</param>
    internal sealed record Rejected(long Command, RejectReason Reason, ChatEvent? Answer = null) : SessionEvent
    {
        /// <summary>What the client is told.</summary>
        public ChatEvent Told => Answer ?? new ChatEvent.Rejected(Reason);
    }

    /// <summary>The room has written to the client: probe whether it reads.</summary>
    internal sealed record ReaderCheck : SessionEvent
    {
        public static readonly ReaderCheck Instance = new();
    }
}
