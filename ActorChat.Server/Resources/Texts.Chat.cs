namespace ActorChat.Server.Resources;

// What a chat user sees, and the answers that both ports give. Times are local ones, shown as 2025-09-07T12:00:00.
internal sealed partial class Texts
{
    /// <summary>What a new connection is asked; sent without a line end.</summary>
    public string NicknamePrompt => Text();

    /// <summary>One line saying which nicknames are valid.</summary>
    public string NicknameRule => Text();

    /// <summary>The last line to somebody who has failed to give a free, valid nickname too often.</summary>
    public string TooManyNicknameAttempts => Text();

    /// <summary>The right form of a private message.</summary>
    public string PrivateUsage => Text();

    /// <summary>The last line to a user when the server stops.</summary>
    public string ServerStopping => Text();

    /// <summary>The only line to a connection for which there is no room.</summary>
    public string ServerFull => Text();

    /// <summary>The only line to a connection from an address that has too many.</summary>
    public string TooManyFromAddress => Text();

    /// <summary>The only line to a connection that comes when too many come at once.</summary>
    public string TooManyAtOnce => Text();

    /// <summary>The last line to somebody who gives no nickname in time.</summary>
    public string NoNicknameInTime => Text();

    /// <summary>The last line to somebody who sends the confirmation port no message in time.</summary>
    public string NoMessageInTime => Text();

    /// <summary>The last line to a user who sends nothing for too long.</summary>
    public string SilentTooLong => Text();

    /// <summary>To a user whose messages have to wait because they come too fast.</summary>
    public string SendsTooFast => Text();

    /// <summary>The last line to a user who sends too fast for too long.</summary>
    public string SentTooFast => Text();

    /// <summary>The answer to a message whose bytes are no UTF-8.</summary>
    public string InvalidUtf8 => Text();

    /// <summary>The answer to a message that the database refused.</summary>
    public string MessageNotStored => Text();

    /// <summary>To a user who sends nothing, with the seconds left to send a line.</summary>
    public string AreYouThere(long seconds) => Format(nameof(AreYouThere), seconds);

    /// <summary>To a new member, with the number of members, him included.</summary>
    public string Welcome(string nick, int count) => Format(nameof(Welcome), nick, count);

    /// <summary>The nickname, as typed, belongs to a member.</summary>
    public string NicknameTaken(string nick) => Format(nameof(NicknameTaken), nick);

    /// <summary>The nickname, as typed, would make its owner look like the server.</summary>
    public string NicknameReserved(string nick) => Format(nameof(NicknameReserved), nick);

    /// <summary>To the others, when a member comes.</summary>
    public string HasConnected(string nick) => Format(nameof(HasConnected), nick);

    /// <summary>To the others, when a member has gone.</summary>
    public string HasDisconnected(string nick) => Format(nameof(HasDisconnected), nick);

    /// <summary>What stands between the thousands and the hundreds of a number.</summary>
    public string GroupSeparator => Text();

    /// <summary>To all, when several members have come to a large room.</summary>
    public string HaveConnected(int number) => Format(nameof(HaveConnected), number);

    /// <summary>To the others, when several members have left a large room.</summary>
    public string HaveDisconnected(int number) => Format(nameof(HaveDisconnected), number);

    /// <summary>A private message, to its receiver.</summary>
    public string PrivateFrom(string from, string text) => Format(nameof(PrivateFrom), from, text);

    /// <summary>A private message, back to its sender.</summary>
    public string PrivateTo(string to, string text) => Format(nameof(PrivateTo), to, text);

    /// <summary>To the sender of a private message to somebody who is not there.</summary>
    public string NotConnected(string nick) => Format(nameof(NotConnected), nick);

    /// <summary>The members: how many, and their names as one text.</summary>
    public string ConnectedUsers(int count, string names) => Format(nameof(ConnectedUsers), count, names);

    /// <summary>A page of the members: how many there are, and the names on this page as one text.</summary>
    public string PageOfConnectedUsers(int count, int page, int pages, string names) =>
        Format(nameof(PageOfConnectedUsers), [count, page, pages, names]);

    /// <summary>Behind a page of the members: how to see the next.</summary>
    public string NextPage(int page) => Format(nameof(NextPage), page);

    /// <summary>The answer to <c>/username</c>.</summary>
    public string YourNicknameIs(string nick) => Format(nameof(YourNicknameIs), nick);

    /// <summary>The answer to <c>/hora</c>.</summary>
    public string ServerTime(DateTime local) => Format(nameof(ServerTime), Iso(local));

    /// <summary>The last line to a user who leaves with <c>/salir</c>.</summary>
    public string Goodbye(string nick) => Format(nameof(Goodbye), nick);

    /// <summary>The answer to what the server itself failed over.</summary>
    public string CommandFailed => Text();

    /// <summary>The answer to a command that the server has not dealt with in time.</summary>
    public string CommandTimedOut => Text();

    /// <summary>The last line to somebody whose connection the server cannot go on with.</summary>
    public string ConnectionFailed => Text();

    /// <summary>The answer to a command that does not exist; the verb comes with its <c>/</c>.</summary>
    public string UnknownCommand(string verb) => Format(nameof(UnknownCommand), verb);

    /// <summary>The same, with the command that is spelt nearly so.</summary>
    public string UnknownCommandMeant(string verb, string nearest) => Format(nameof(UnknownCommandMeant), verb, nearest);

    /// <summary>The answer to a command that only a member can give.</summary>
    public string NicknameFirst => Text();

    /// <summary>Above the help for somebody who has no nickname yet.</summary>
    public string CommandsBehindNickname => Text();

    /// <summary>The last line to somebody who leaves with <c>/salir</c> and has no nickname.</summary>
    public string GoodbyeWithoutNickname => Text();

    /// <summary>The answer to a message longer than the cap.</summary>
    public string MessageTooLong(int maxBytes) => Format(nameof(MessageTooLong), maxBytes);

    /// <summary>The confirmation: the message is stored, under this time.</summary>
    public string MessageReceived(DateTime local) => Format(nameof(MessageReceived), Iso(local));
}
