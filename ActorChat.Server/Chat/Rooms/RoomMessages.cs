using Akka.Actor;

namespace ActorChat.Server.Chat.Rooms;

/// <summary>A member of a room, on whatever node.</summary>
/// <param name="Session">The member's session.</param>
/// <param name="Nickname">The nickname, as its user spelt it.</param>
/// <param name="LocalRoom">The local room of the member's node.</param>
internal sealed record RoomMember(SessionId Session, Nickname Nickname, IActorRef LocalRoom);

/// <summary>The commands of <see cref="RoomActor"/>, from the local rooms.</summary>
internal abstract record RoomCommand
{
    private RoomCommand()
    {
    }

    /// <summary>A command of a session, which waits for its answer.</summary>
    internal interface IAnswered
    {
        /// <summary>Whose it is.</summary>
        RoomMember Member { get; }

        /// <summary>Which of the session's commands it is.</summary>
        long Command { get; }
    }

    /// <summary>Has a local room hear all events from now on. Not answered.</summary>
    /// <param name="LocalRoom">The local room.</param>
    /// <param name="Members">Those of its members who are in the room already.</param>
    internal sealed record Attach(IActorRef LocalRoom, IReadOnlyList<RoomMember> Members) : RoomCommand;

    /// <summary>Lets somebody in. Answered to all local rooms, by <see cref="RoomEvent.MemberJoined"/>.</summary>
    internal sealed record Join(RoomMember Member, long Command) : RoomCommand, IAnswered;

    /// <summary>Lets a member go. Answered to all local rooms, by <see cref="RoomEvent.MemberParted"/>.</summary>
    /// <param name="Session">The member's session.</param>
    /// <param name="Announce">Whether the others are told; not while the server stops.</param>
    internal sealed record Part(SessionId Session, bool Announce) : RoomCommand;

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
        /// <summary>For the log, which gets no words of users.</summary>
        public override string ToString() => $"Post {{ Author = {Member.Nickname}, Length = {Text.Length} }}";
    }

    /// <summary>Asks for a page of the members. Answered by <see cref="RoomEvent.MembersListed"/>.</summary>
    internal sealed record List(RoomMember Member, long Command, int Page) : RoomCommand, IAnswered;
}

/// <summary>What <see cref="RoomActor"/> tells the local rooms.</summary>
internal abstract record RoomEvent
{
    private RoomEvent()
    {
    }

    /// <summary>The room was made anew and knows nobody: attach again.</summary>
    internal sealed record Detached : RoomEvent;

    /// <summary>Somebody is in.</summary>
    /// <param name="Member">Who.</param>
    /// <param name="Command">That of the join.</param>
    /// <param name="Count">How many members there are now.</param>
    internal sealed record MemberJoined(RoomMember Member, long Command, int Count) : RoomEvent;

    /// <summary>A member is out.</summary>
    /// <param name="Member">Who.</param>
    /// <param name="Count">How many members there are now.</param>
    /// <param name="Announce">Whether the others are told.</param>
    internal sealed record MemberParted(RoomMember Member, int Count, bool Announce) : RoomEvent;

    /// <summary>Messages are stored: deliver them, and confirm them to their authors.</summary>
    /// <param name="Messages">At least one, in the order of their numbers.</param>
    internal sealed record MessagesPosted(IReadOnlyList<ChatEvent.MessagePosted> Messages) : RoomEvent
    {
        /// <summary>For the log: how many, and which.</summary>
        public override string ToString() => $"MessagesPosted {{ Numbers = {Messages[0].Number}..{Messages[^1].Number} }}";
    }

    /// <summary>A page of the members.</summary>
    internal sealed record MembersListed(SessionId Session, long Command, ChatEvent.MemberList List) : RoomEvent;

    /// <summary>A command of a session was not carried out.</summary>
    internal sealed record Rejected(SessionId Session, long Command, RejectReason Reason) : RoomEvent;
}

/// <summary>The commands of <see cref="LocalRoomActor"/>, from the connections of its node.</summary>
internal abstract record LocalRoomCommand
{
    private LocalRoomCommand()
    {
    }

    /// <summary>Lets a session in. Answered by <see cref="SessionEvent.Joined"/> or <see cref="SessionEvent.Rejected"/>.</summary>
    /// <param name="Session">The session.</param>
    /// <param name="Command">Which of its commands this is.</param>
    /// <param name="Nickname">Its nickname.</param>
    /// <param name="Address">Its network address, to be stored with its messages.</param>
    /// <param name="Viewer">How it is told things.</param>
    /// <param name="Connection">Its connection.</param>
    /// <param name="Outbox">Takes <see cref="Akka.IO.Tcp.Write"/> for it: the room writes to it by itself.</param>
    internal sealed record Join(
        SessionId Session, long Command, Nickname Nickname, string Address, Viewer Viewer, IActorRef Connection, IActorRef Outbox) : LocalRoomCommand;

    /// <summary>Lets a session go. Answered by <see cref="SessionEvent.Left"/>, after which nothing more is written to it.</summary>
    /// <param name="Session">The session.</param>
    /// <param name="Connection">Is answered.</param>
    /// <param name="Announce">Whether the others are told; not while the server stops.</param>
    internal sealed record Leave(SessionId Session, IActorRef Connection, bool Announce) : LocalRoomCommand;

    /// <summary>Posts a public message. Answered by <see cref="SessionEvent.Accepted"/> once it is stored, or <see cref="SessionEvent.Rejected"/>.</summary>
    internal sealed record Post(SessionId Session, long Command, string Text) : LocalRoomCommand
    {
        /// <summary>For the log, which gets no words of users.</summary>
        public override string ToString() => $"Post {{ Session = {Session.Value}, Length = {Text.Length} }}";
    }

    /// <summary>Asks for a page of the members. Answered by the page itself and <see cref="SessionEvent.Accepted"/>.</summary>
    /// <param name="Session">The session.</param>
    /// <param name="Command">Which of its commands this is.</param>
    /// <param name="Page">From 1; one that is not there means the last.</param>
    internal sealed record List(SessionId Session, long Command, int Page) : LocalRoomCommand;

    /// <summary>
    /// Has a session that has nothing more to say wait for the others. Answered by <see cref="SessionEvent.Released"/> when every member
    /// waits or the timeout of <see cref="Close"/> is over.
    /// </summary>
    internal sealed record Finish(SessionId Session) : LocalRoomCommand;

    /// <summary>Begins the end: the server stops.</summary>
    /// <param name="Timeout">How long members that have finished wait for the others.</param>
    internal sealed record Close(TimeSpan Timeout) : LocalRoomCommand;
}

/// <summary>What <see cref="LocalRoomActor"/> tells connections.</summary>
internal abstract record SessionEvent
{
    private SessionEvent()
    {
    }

    /// <summary>The session is in, and welcomed.</summary>
    internal sealed record Joined(long Command) : SessionEvent;

    /// <summary>The session is out: the room has written its last line.</summary>
    internal sealed record Left : SessionEvent
    {
        public static readonly Left Instance = new();
    }

    /// <summary>The session need not wait for the others any more.</summary>
    internal sealed record Released : SessionEvent
    {
        public static readonly Released Instance = new();
    }

    /// <summary>Commands that followed each other are carried out.</summary>
    internal sealed record Accepted(long First, long Last) : SessionEvent;

    /// <summary>A command was not carried out.</summary>
    internal sealed record Rejected(long Command, RejectReason Reason) : SessionEvent;

    /// <summary>The room has written to the client: find out whether it is read.</summary>
    internal sealed record ReaderCheck : SessionEvent
    {
        public static readonly ReaderCheck Instance = new();
    }
}
