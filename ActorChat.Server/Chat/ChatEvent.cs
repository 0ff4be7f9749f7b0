using ActorChat.Server.Chat.Api;
using ActorChat.Server.Storage;

namespace ActorChat.Server.Chat;

/// <summary>The events that a chat user receives, as values. A dialect renders them (<see cref="IChatDialect"/>).</summary>
internal abstract record ChatEvent
{
    private ChatEvent()
    {
    }

    /// <summary>The answer to a command whose client has numbered it.</summary>
    public sealed record Reply(long Request, ChatEvent Answer) : ChatEvent;

    /// <summary>A command is executed, and there is nothing else to say.</summary>
    public sealed record Done : ChatEvent;

    /// <summary>A message is stored: one that was sent again, with the same mark, or one of a program that is not in the room.</summary>
    /// <param name="Room">The room.</param>
    /// <param name="Number">The room's number for it.</param>
    /// <param name="Instant">When it was stored, in Unix ms.</param>
    public sealed record PostedBefore(string Room, long Number, long Instant) : ChatEvent;

    /// <summary>The server is there.</summary>
    public sealed record Pong : ChatEvent;

    /// <summary>The server asks for a nickname.</summary>
    public sealed record NicknameWanted : ChatEvent;

    /// <summary>The client gets the room's numbers from now on.</summary>
    public sealed record NumbersGranted : ChatEvent;

    /// <summary>The server asks for the password of a registered nickname.</summary>
    public sealed record PasswordWanted : ChatEvent;

    /// <summary>The user has joined the room.</summary>
    /// <param name="Nickname">The user's nickname.</param>
    /// <param name="Members">The number of members, this one included.</param>
    public sealed record Welcome(string Nickname, int Members) : ChatEvent;

    /// <summary>An event in a room that is not the viewer's current one.</summary>
    public sealed record Elsewhere(string Room, ChatEvent Happened) : ChatEvent;

    /// <summary>The user has entered a room, which is the current one now.</summary>
    /// <param name="Room">The room.</param>
    /// <param name="Members">The number of members, this one included.</param>
    /// <param name="Topic">The room's topic; empty for none.</param>
    public sealed record RoomEntered(string Room, int Members, string Topic) : ChatEvent;

    /// <summary>The user has left a room.</summary>
    /// <param name="Room">The room.</param>
    /// <param name="Current">The current room now; empty for none.</param>
    /// <param name="MustChoose">Whether there are other rooms, of which the user has to choose one.</param>
    public sealed record RoomLeft(string Room, string Current, bool MustChoose = false) : ChatEvent;

    /// <summary>The answer to a question for the current room, and to its choice.</summary>
    /// <param name="Current">The room that plain text goes to; empty for none.</param>
    /// <param name="Rooms">The user's rooms.</param>
    public sealed record CurrentRoom(string Current, IReadOnlyList<string> Rooms) : ChatEvent;

    /// <summary>One page of the room list.</summary>
    /// <param name="Count">The number of rooms.</param>
    /// <param name="Page">The page number, from 1.</param>
    /// <param name="Pages">The number of pages.</param>
    /// <param name="Rooms">The rooms of this page, the fullest first.</param>
    public sealed record RoomList(int Count, int Page, int Pages, IReadOnlyList<RoomSummary> Rooms) : ChatEvent
    {
        /// <summary>Keeps a long list out of the log.</summary>
        public override string ToString() => $"RoomList {{ Count = {Count}, Page = {Page} }}";
    }

    /// <summary>The answer to a question for the topic.</summary>
    /// <param name="Room">The room.</param>
    /// <param name="Text">The topic; empty for none.</param>
    public sealed record RoomTopic(string Room, string Text) : ChatEvent;

    /// <summary>Somebody has set the topic.</summary>
    /// <param name="Nickname">The author.</param>
    /// <param name="Text">The topic; empty if it was removed.</param>
    public sealed record TopicChanged(string Nickname, string Text) : ChatEvent;

    /// <summary>An order was carried out, in this room or, for an announcement, on the whole server.</summary>
    /// <param name="Kind">What.</param>
    /// <param name="By">Who has given it; empty for the server's own console.</param>
    /// <param name="Subject">The nickname concerned; empty for none, or for a network.</param>
    /// <param name="Until">Until when, in Unix ms; 0 for ever.</param>
    /// <param name="Value">Seconds, or 1 for on.</param>
    /// <param name="Text">The reason, or what is announced.</param>
    public sealed record Moderated(ModerationKind Kind, string By, string Subject, long Until, int Value, string Text) : ChatEvent
    {
        /// <summary>When it was carried out, in Unix ms.</summary>
        public long At { get; init; }

        /// <inheritdoc cref="MessagePosted.ToString"/>
        public override string ToString() => $"Moderated {{ Kind = {Kind} }}";
    }

    /// <summary>The user is kept out, or may not write.</summary>
    /// <param name="IsMute">Whether it is silence, and not a ban.</param>
    /// <param name="Room">The room; empty for the whole server.</param>
    /// <param name="Until">Until when, in Unix ms; 0 for ever.</param>
    /// <param name="Reason">Why; may be empty.</param>
    public sealed record Sanctioned(bool IsMute, string Room, long Until, string Reason) : ChatEvent
    {
        /// <summary>When the user is told, in Unix ms.</summary>
        public long At { get; init; }

        /// <inheritdoc cref="MessagePosted.ToString"/>
        public override string ToString() => $"Sanctioned {{ IsMute = {IsMute}, Room = {Room} }}";
    }

    /// <summary>How an order is typed, for somebody who typed it otherwise.</summary>
    public sealed record OrderUsage(ModerationKind Kind) : ChatEvent;

    /// <summary>The user has written too soon after the last message, in a room in slow mode.</summary>
    /// <param name="Seconds">How long to wait.</param>
    public sealed record WriteLater(int Seconds) : ChatEvent;

    /// <summary>A program has asked too often.</summary>
    /// <param name="Seconds">How long to wait.</param>
    public sealed record TooFast(int Seconds) : ChatEvent;

    /// <summary>A program is refused for a reason that only programs are given.</summary>
    public sealed record ApiRefused(ApiFault Fault, string Subject = "") : ChatEvent;

    /// <summary>The last line to somebody who is put off the server.</summary>
    /// <param name="Ban">The ban; null for an expulsion.</param>
    /// <param name="Reason">Why; may be empty.</param>
    public sealed record PutOff(Sanctioned? Ban, string Reason) : ChatEvent
    {
        /// <inheritdoc cref="MessagePosted.ToString"/>
        public override string ToString() => nameof(PutOff);
    }

    /// <summary>Who is banned or muted.</summary>
    public sealed record SanctionList(SanctionLine[] Lines) : ChatEvent
    {
        /// <summary>When that was so, in Unix ms.</summary>
        public long At { get; init; }

        /// <summary>Keeps addresses out of the log.</summary>
        public override string ToString() => $"SanctionList {{ Count = {Lines.Length} }}";
    }

    /// <summary>Somebody has joined the room.</summary>
    /// <param name="Nickname">The nickname.</param>
    /// <param name="IsLogin">Whether the user has just connected.</param>
    public sealed record MemberJoined(string Nickname, bool IsLogin) : ChatEvent;

    /// <summary>Somebody has left the room.</summary>
    /// <param name="Nickname">The nickname.</param>
    /// <param name="IsLogout">Whether the user has disconnected.</param>
    public sealed record MemberParted(string Nickname, bool IsLogout) : ChatEvent;

    /// <summary>Several members have joined a large room.</summary>
    /// <param name="Count">How many.</param>
    /// <param name="AreLogins">Whether they have just connected.</param>
    public sealed record MembersJoined(int Count, bool AreLogins) : ChatEvent;

    /// <summary>Several members have left a large room.</summary>
    /// <param name="Count">How many.</param>
    /// <param name="AreLogouts">Whether they have disconnected.</param>
    public sealed record MembersParted(int Count, bool AreLogouts) : ChatEvent;

    /// <summary>A public message, already stored.</summary>
    /// <param name="Session">The author's session.</param>
    /// <param name="Command">The author's command number.</param>
    /// <param name="Room">The room.</param>
    /// <param name="Number">The room's number for it, from 1, without gaps.</param>
    /// <param name="Instant">Unix time in ms; never decreases within a room.</param>
    /// <param name="Author">The author's nickname.</param>
    /// <param name="Text">The text.</param>
    public sealed record MessagePosted(SessionId Session, long Command, string Room, long Number, long Instant, string Author, string Text)
        : ChatEvent
    {
        /// <summary>The mark that the author's client has given it; null without one.</summary>
        public string? Mark { get; init; }

        /// <summary>Makes the event of a stored message.</summary>
        /// <param name="stored">The message. What another program may have put there steers no terminal and makes no second line.</param>
        /// <param name="room">The room's name as shown.</param>
        public static MessagePosted From(StoredMessage stored, string room) => new(
            default, 0, room, stored.Number, stored.Instant, DisplayText.Sanitize(stored.Author), DisplayText.Sanitize(stored.Content))
        {
            Mark = stored.Mark,
        };

        /// <summary>Keeps the text out of the log.</summary>
        public override string ToString() => $"MessagePosted {{ Number = {Number}, Author = {Author}, Length = {Text.Length} }}";
    }

    /// <summary>The last messages before the user entered the room.</summary>
    /// <param name="Messages">Ordered by number; at least one.</param>
    public sealed record Replay(MessagePosted[] Messages) : ChatEvent
    {
        /// <summary>Keeps the texts out of the log.</summary>
        public override string ToString() => $"Replay {{ Count = {Messages.Length} }}";
    }

    /// <summary>One page of a room's history.</summary>
    /// <param name="Room">The room.</param>
    /// <param name="IsCurrent">Whether it is the user's current one.</param>
    /// <param name="IsForward">Whether the user reads towards the present.</param>
    /// <param name="Messages">Ordered by number; may be empty.</param>
    /// <param name="HasMore">Whether there is more in that direction.</param>
    public sealed record HistoryPage(string Room, bool IsCurrent, bool IsForward, MessagePosted[] Messages, bool HasMore) : ChatEvent
    {
        /// <inheritdoc cref="Replay.ToString"/>
        public override string ToString() => $"HistoryPage {{ Room = {Room}, Count = {Messages.Length} }}";
    }

    /// <summary>What a search has found.</summary>
    /// <param name="Messages">In the order in which they were stored; may be empty.</param>
    /// <param name="Words">The words that were looked for.</param>
    /// <param name="More">The id below which there is more; null where there is none.</param>
    /// <param name="Indexed">The part of all messages that was searched, the oldest; 1 for all.</param>
    public sealed record SearchPage(MessagePosted[] Messages, string[] Words, long? More, double Indexed) : ChatEvent
    {
        /// <inheritdoc cref="Replay.ToString"/>
        public override string ToString() => $"SearchPage {{ Count = {Messages.Length} }}";
    }

    /// <summary>A private message, for its recipient.</summary>
    public sealed record PrivateReceived(string From, string Text) : ChatEvent
    {
        /// <summary>When it was sent, in Unix ms, if it was kept while the recipient was away; otherwise null.</summary>
        public long? Instant { get; init; }

        /// <inheritdoc cref="MessagePosted.ToString"/>
        public override string ToString() => $"PrivateReceived {{ From = {From}, Length = {Text.Length} }}";
    }

    /// <summary>A private message, echoed to its sender.</summary>
    public sealed record PrivateSent(string To, string Text) : ChatEvent
    {
        /// <inheritdoc cref="MessagePosted.ToString"/>
        public override string ToString() => $"PrivateSent {{ Length = {Text.Length} }}";
    }

    /// <summary>A private message is kept until its recipient is back.</summary>
    public sealed record PrivateKept(string To) : ChatEvent
    {
        /// <summary>Keeps the name out of the log.</summary>
        public override string ToString() => nameof(PrivateKept);
    }

    /// <summary>What the user wanted done with the own account is done.</summary>
    /// <param name="Action">What.</param>
    /// <param name="Nickname">The user's nickname.</param>
    public sealed record AccountChanged(AccountAction Action, string Nickname) : ChatEvent;

    /// <summary>One page of the member list.</summary>
    /// <param name="Count">The number of members.</param>
    /// <param name="Page">The page number, from 1.</param>
    /// <param name="Pages">The number of pages.</param>
    /// <param name="Names">The nicknames of this page, in alphabetical order.</param>
    public sealed record MemberList(int Count, int Page, int Pages, IReadOnlyList<string> Names) : ChatEvent
    {
        /// <summary>The room; empty for the one that all users come to.</summary>
        public string Room { get; init; } = "";

        /// <summary>Keeps a long list out of the log.</summary>
        public override string ToString() => $"MemberList {{ Count = {Count}, Page = {Page} }}";
    }

    /// <summary>The answer to a question for the own nickname.</summary>
    public sealed record OwnNickname(string Nickname) : ChatEvent;

    /// <summary>The answer to a question for the time.</summary>
    public sealed record ServerTime(DateTime Local) : ChatEvent;

    /// <summary>The list of commands.</summary>
    /// <param name="HasNickname">False before login, when most commands need a nickname first.</param>
    /// <param name="IsAboutModeration">Whether it is about the commands that keep order.</param>
    public sealed record Help(bool HasNickname, bool IsAboutModeration = false) : ChatEvent;

    /// <summary>The server confirms that the user quits.</summary>
    /// <param name="Nickname">Null before login.</param>
    public sealed record Goodbye(string? Nickname) : ChatEvent;

    /// <summary>A command was refused.</summary>
    /// <param name="Reason">The reason.</param>
    /// <param name="Subject">The nickname or command concerned; empty for none.</param>
    public sealed record Rejected(RejectReason Reason, string Subject = "") : ChatEvent
    {
        /// <inheritdoc cref="MessagePosted.ToString"/>
        public override string ToString() => $"Rejected {{ Reason = {Reason} }}";
    }
}

/// <summary>A line of <see cref="ChatEvent.SanctionList"/>.</summary>
/// <param name="IsMute">Whether it is silence, and not a ban.</param>
/// <param name="Subject">The nickname or network.</param>
/// <param name="Until">Until when, in Unix ms; 0 for ever.</param>
/// <param name="Reason">Why; may be empty.</param>
/// <param name="By">Who has ordered it; empty for the server's own console.</param>
internal sealed record SanctionLine(bool IsMute, string Subject, long Until, string Reason, string By)
{
    /// <summary>Keeps addresses out of the log.</summary>
    public override string ToString() => $"SanctionLine {{ IsMute = {IsMute} }}";
}

/// <summary>A room in the room list.</summary>
internal sealed record RoomSummary(string Room, int Members, string Topic);
