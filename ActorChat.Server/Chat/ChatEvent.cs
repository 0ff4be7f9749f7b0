namespace ActorChat.Server.Chat;

/// <summary>Everything that a chat user can be told, as values: a dialect makes the bytes (<see cref="IChatDialect"/>).</summary>
internal abstract record ChatEvent
{
    private ChatEvent()
    {
    }

    /// <summary>A nickname is asked for.</summary>
    public sealed record NicknameWanted : ChatEvent;

    /// <summary>The user is in.</summary>
    /// <param name="Nickname">The user's own.</param>
    /// <param name="Members">How many are in the room, this one included.</param>
    public sealed record Welcome(string Nickname, int Members) : ChatEvent;

    /// <summary>A member has come.</summary>
    public sealed record MemberJoined(string Nickname) : ChatEvent;

    /// <summary>A member has gone.</summary>
    public sealed record MemberParted(string Nickname) : ChatEvent;

    /// <summary>Several members have come to a large room.</summary>
    public sealed record MembersJoined(int Count) : ChatEvent;

    /// <summary>Several members have left a large room.</summary>
    public sealed record MembersParted(int Count) : ChatEvent;

    /// <summary>A public message, which is stored.</summary>
    /// <param name="Session">Its author's session.</param>
    /// <param name="Command">Which of the author's commands it was.</param>
    /// <param name="Number">The room's own count, from 1, without gaps.</param>
    /// <param name="Instant">Unix time in ms; never before that of the message before.</param>
    /// <param name="Author">The nickname.</param>
    /// <param name="Text">The words.</param>
    public sealed record MessagePosted(SessionId Session, long Command, long Number, long Instant, string Author, string Text) : ChatEvent
    {
        /// <summary>For the log, which gets no words of users.</summary>
        public override string ToString() => $"MessagePosted {{ Number = {Number}, Author = {Author}, Length = {Text.Length} }}";
    }

    /// <summary>A private message, to its receiver.</summary>
    public sealed record PrivateReceived(string From, string Text) : ChatEvent
    {
        /// <inheritdoc cref="MessagePosted.ToString"/>
        public override string ToString() => $"PrivateReceived {{ From = {From}, Length = {Text.Length} }}";
    }

    /// <summary>A private message, back to its sender.</summary>
    public sealed record PrivateSent(string To, string Text) : ChatEvent
    {
        /// <inheritdoc cref="MessagePosted.ToString"/>
        public override string ToString() => $"PrivateSent {{ Length = {Text.Length} }}";
    }

    /// <summary>A page of the members.</summary>
    /// <param name="Count">How many members there are.</param>
    /// <param name="Page">Which page this is, from 1.</param>
    /// <param name="Pages">How many pages there are.</param>
    /// <param name="Names">The nicknames of this page, in alphabetical order.</param>
    public sealed record MemberList(int Count, int Page, int Pages, IReadOnlyList<string> Names) : ChatEvent
    {
        /// <summary>For the log.</summary>
        public override string ToString() => $"MemberList {{ Count = {Count}, Page = {Page} }}";
    }

    /// <summary>The user's own nickname.</summary>
    public sealed record OwnNickname(string Nickname) : ChatEvent;

    /// <summary>The server's local time.</summary>
    public sealed record ServerTime(DateTime Local) : ChatEvent;

    /// <summary>The commands.</summary>
    /// <param name="HasNickname">Whether the user can give them already.</param>
    public sealed record Help(bool HasNickname) : ChatEvent;

    /// <summary>The user leaves as asked.</summary>
    /// <param name="Nickname">Null for somebody who has none.</param>
    public sealed record Goodbye(string? Nickname) : ChatEvent;

    /// <summary>Something was not done.</summary>
    /// <param name="Reason">Why.</param>
    /// <param name="Subject">The word that the reason is about; empty where there is none.</param>
    public sealed record Rejected(RejectReason Reason, string Subject = "") : ChatEvent
    {
        /// <inheritdoc cref="MessagePosted.ToString"/>
        public override string ToString() => $"Rejected {{ Reason = {Reason} }}";
    }
}

/// <summary>Why something was not done.</summary>
internal enum RejectReason
{
    /// <summary>The server itself failed over it.</summary>
    Failed,

    /// <summary>No answer came in time: it may be done all the same.</summary>
    TimedOut,

    /// <summary>The database refused the message: nobody has seen it.</summary>
    NotStored,

    /// <summary>The message has too many bytes; the subject is how many it may have.</summary>
    MessageTooLong,

    /// <summary>The message is no UTF-8.</summary>
    InvalidUtf8,

    /// <summary>Nobody of this name is connected.</summary>
    NotConnected,

    /// <summary>A private message lacks its receiver or its text.</summary>
    PrivateMalformed,

    /// <summary>There is no such command.</summary>
    UnknownCommand,

    /// <summary>Only somebody with a nickname can do it.</summary>
    NicknameFirst,

    /// <summary>No nickname has this form.</summary>
    NicknameInvalid,

    /// <summary>The nickname would make its owner look like the server.</summary>
    NicknameReserved,

    /// <summary>The nickname, or one that looks like it, belongs to somebody else.</summary>
    NicknameTaken,

    /// <summary>Too many nicknames were refused.</summary>
    TooManyNicknames,
}
