namespace ActorChat.Server.Resources;

// Lines to chat users, and the answers of both ports. Times are local, as 2025-09-07T12:00:00.
internal sealed partial class Texts
{
    /// <summary>Answers a client that does not encrypt.</summary>
    public string ThisPortSpeaksTls => Text();

    /// <summary>Sent without a line end.</summary>
    public string NicknamePrompt => Text();

    /// <summary>Sent without a line end.</summary>
    public string PasswordPrompt => Text();

    public string NicknameRule => Text();
    public string TooManyNicknameAttempts => Text();
    public string PrivateUsage => Text();
    public string ServerStopping => Text();
    public string ServerFull => Text();
    public string TooManyFromAddress => Text();
    public string TooManyAtOnce => Text();
    public string NoNicknameInTime => Text();
    public string NoMessageInTime => Text();
    public string SilentTooLong => Text();

    /// <summary>A warning that messages are being delayed.</summary>
    public string SendsTooFast => Text();

    /// <summary>The last line before the disconnect.</summary>
    public string SentTooFast => Text();

    public string InvalidUtf8 => Text();
    public string MessageNotStored => Text();
    public string AreYouThere(long seconds) => Format(nameof(AreYouThere), seconds);

    /// <summary>The count includes the new member.</summary>
    public string Welcome(string nick, int count) => Format(nameof(Welcome), nick, count);

    public string NicknameTaken(string nick) => Format(nameof(NicknameTaken), nick);
    public string NicknameReserved(string nick) => Format(nameof(NicknameReserved), nick);
    public string HasConnected(string nick) => Format(nameof(HasConnected), nick);
    public string HasDisconnected(string nick) => Format(nameof(HasDisconnected), nick);
    public string GroupSeparator => Text();
    public string HaveConnected(int number) => Format(nameof(HaveConnected), number);
    public string HaveDisconnected(int number) => Format(nameof(HaveDisconnected), number);
    public string HasEntered(string nick) => Format(nameof(HasEntered), nick);
    public string HasLeft(string nick) => Format(nameof(HasLeft), nick);
    public string HaveEntered(int number) => Format(nameof(HaveEntered), number);
    public string HaveLeft(int number) => Format(nameof(HaveLeft), number);
    public string RoomEntered(string room, int members) => Format(nameof(RoomEntered), room, members);
    public string RoomLeft(string room, string current) => Format(nameof(RoomLeft), room, current);
    public string LastRoomLeft(string room) => Format(nameof(LastRoomLeft), room);
    public string CurrentRoom(string current, string rooms) => Format(nameof(CurrentRoom), current, rooms);
    public string InNoRoom => Text();
    public string RoomNotEntered(string room) => Format(nameof(RoomNotEntered), room);
    public string NotInRoom(string room) => Format(nameof(NotInRoom), room);
    public string RoomRule => Text();
    public string RoomConfusable => Text();
    public string TooManyRoomsPerUser => Text();
    public string TooManyRooms => Text();
    public string TopicTooLong => Text();
    public string Topic(string topic) => Format(nameof(Topic), topic);
    public string NoTopic(string room) => Format(nameof(NoTopic), room);
    public string TopicChanged(string nick, string topic) => Format(nameof(TopicChanged), nick, topic);
    public string TopicRemoved(string nick) => Format(nameof(TopicRemoved), nick);
    public string Rooms(int count) => Format(nameof(Rooms), count);
    public string PageOfRooms(int count, int page, int pages) => Format(nameof(PageOfRooms), count, page, pages);
    public string NextPageOfRooms(int page) => Format(nameof(NextPageOfRooms), page);
    public string RoomLine(string room, int members) => Format(nameof(RoomLine), room, members);
    public string RoomLineWithTopic(string room, int members, string topic) => Format(nameof(RoomLineWithTopic), room, members, topic);
    public string UsersOfRoom(string room, int count, string names) => Format(nameof(UsersOfRoom), room, count, names);

    public string PageOfUsersOfRoom(string room, int count, int page, int pages, string names) =>
        Format(nameof(PageOfUsersOfRoom), [room, count, page, pages, names]);

    public string PrivateFrom(string from, string text) => Format(nameof(PrivateFrom), from, text);
    public string PrivateTo(string to, string text) => Format(nameof(PrivateTo), to, text);
    public string History(string room, int count) => Format(nameof(History), room, count);
    public string NoHistory(string room) => Format(nameof(NoHistory), room);

    /// <summary>The rest of the command: a number, which is not to be grouped, and perhaps the room.</summary>
    public string OlderHistory(string from) => Format(nameof(OlderHistory), from);

    public string NewerHistory(string from) => Format(nameof(NewerHistory), from);
    public string HistoryUsage => Text();
    public string HistoryUnavailable => Text();
    public string HistoryBusy => Text();
    public string Found(int count) => Format(nameof(Found), count);
    public string NothingFound => Text();

    /// <summary>The rest of the command: a number, which is not to be grouped, and the words.</summary>
    public string MoreFound(string rest) => Format(nameof(MoreFound), rest);

    public string SearchIsBehind(int percent) => Format(nameof(SearchIsBehind), percent);
    public string SearchTooShort => Text();
    public string RequestInvalid => Text();
    public string MarkReused => Text();
    public string SearchTooLong => Text();
    public string SearchBusy => Text();
    public string SearchTooSlow => Text();
    public string SearchUnavailable => Text();
    public string ClientKindRefused => Text();
    public string NotConnected(string nick) => Format(nameof(NotConnected), nick);
    public string ConnectedUsers(int count, string names) => Format(nameof(ConnectedUsers), count, names);

    public string PageOfConnectedUsers(int count, int page, int pages, string names) =>
        Format(nameof(PageOfConnectedUsers), [count, page, pages, names]);

    public string NextPage(int page) => Format(nameof(NextPage), page);
    public string YourNicknameIs(string nick) => Format(nameof(YourNicknameIs), nick);
    public string ServerTime(DateTime local) => Format(nameof(ServerTime), Iso(local));
    public string Goodbye(string nick) => Format(nameof(Goodbye), nick);
    public string CommandFailed => Text();
    public string CommandTimedOut => Text();
    public string ConnectionFailed => Text();

    /// <summary>The verb includes its <c>/</c>.</summary>
    public string RequestUnknown(string type) => Format(nameof(RequestUnknown), type);
    public string RequestFieldInvalid(string field) => Format(nameof(RequestFieldInvalid), field);
    public string UnknownCommand(string verb) => Format(nameof(UnknownCommand), verb);

    public string UnknownCommandMeant(string verb, string nearest) => Format(nameof(UnknownCommandMeant), verb, nearest);
    public string NicknameFirst => Text();
    public string CommandsBehindNickname => Text();
    public string GoodbyeWithoutNickname => Text();
    public string MessageTooLong(int maxBytes) => Format(nameof(MessageTooLong), maxBytes);
    public string MessageReceived(DateTime local) => Format(nameof(MessageReceived), Iso(local));

    public string Registered(string nick) => Format(nameof(Registered), nick);
    public string Identified(string nick) => Format(nameof(Identified), nick);
    public string PasswordChanged(string nick) => Format(nameof(PasswordChanged), nick);
    public string Unregistered(string nick) => Format(nameof(Unregistered), nick);
    public string RegistrationRequired => Text();
    public string AlreadyRegistered(string nick) => Format(nameof(AlreadyRegistered), nick);
    public string WrongPassword(string nick) => Format(nameof(WrongPassword), nick);
    public string PasswordTooShort(string min) => Format(nameof(PasswordTooShort), min);
    public string PasswordTooLong(string max) => Format(nameof(PasswordTooLong), max);
    public string PasswordNotPrivate => Text();
    public string TooManyAttempts(string until) => Format(nameof(TooManyAttempts), until);
    public string AccountsBusy => Text();
    public string AccountNotStored => Text();
    public string RegisterUsage => Text();
    public string IdentifyUsage => Text();
    public string PasswordUsage => Text();
    public string UnregisterUsage => Text();
    public string AccountUsageBeforeLogin => Text();
    public string PrivateKept(string nick) => Format(nameof(PrivateKept), nick);
    public string TooManyWaiting(string nick) => Format(nameof(TooManyWaiting), nick);
    public string PrivateNotKept => Text();
    public string Displaced => Text();
    public string StoredPrivateFrom(string at, string from, string text) => Format(nameof(StoredPrivateFrom), at, from, text);

    private static readonly string[] HelpTopics =
        [
            "Say", "Private", "List", "Join", "Part", "Room", "At", "Rooms", "Topic", "History", "Search", "Register", "Identify", "Password", "Unregister",
            "Username", "Time", "Help", "Order", "Quit", "EscapeCommand", "EscapePrivate", "EscapeRoom",
        ];

    /// <summary>The answer to <c>/ayuda</c>. Aligned here, hence syntax and meaning are separate texts.</summary>
    public IReadOnlyList<string> Help { get; }

    private string[] HelpLines()
    {
        var width = HelpTopics.Max(topic => Text($"Help{topic}Syntax").Length);
        return [.. HelpTopics.Select(topic => $"{Text($"Help{topic}Syntax").PadRight(width)}  {Text($"Help{topic}")}")];
    }
}
