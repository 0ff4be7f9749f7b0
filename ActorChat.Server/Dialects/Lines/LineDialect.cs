using System.Globalization;
using ActorChat.Server.Chat;
using ActorChat.Server.Chat.Api;
using ActorChat.Server.Chat.Moderation;
using ActorChat.Server.Framing;
using ActorChat.Server.Resources;
using ActorChat.Server.Transport.Connections;

namespace ActorChat.Server.Dialects.Lines;

/// <summary>The chat as lines of text, for people and for scripts (docs/protocol.md).</summary>
internal sealed class LineDialect(Texts texts, int maxLine) : IChatDialect
{
    public const string Name = "lines";

    // Below it the seconds of its end matter.
    private static readonly TimeSpan LongWait = TimeSpan.FromHours(1);

    public Viewer Viewer { get; } = new(Name, texts.Language);

    public bool EchoesOwn => false;

    public bool NamesRooms => false;

    public bool HasPrompts => true;

    /// <summary>The time zone of times that are shown; by default that of this machine.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Local;

    public IMessageDecoder CreateDecoder(int maxBytes) => new LineDecoder(maxBytes);

    public ChatCommand ParseLogin(string message) => Nickname.TryParse(message, out _) ? new ChatCommand.Hello(message) : Parse(message);

    public ChatCommand Parse(string message) => ChatCommandParser.Parse(message);

    public byte[] Write(ConnectionNotice notice, PeerKind peer) => LineEncoder.Encode(NoticeTexts.Format(notice, texts));

    public byte[] Write(ChatEvent happened) => happened switch
    {
        ChatEvent.MessagePosted posted => LineEncoder.EncodePosted(posted.Author, posted.Text),
        ChatEvent.Reply reply => Write(reply.Answer),
        ChatEvent.Done or ChatEvent.PostedBefore or ChatEvent.Pong => [],
        ChatEvent.NicknameWanted => LineEncoder.EncodeUnterminated(texts.NicknamePrompt),
        ChatEvent.PasswordWanted => LineEncoder.EncodeUnterminated(texts.PasswordPrompt),
        ChatEvent.Elsewhere { Happened: ChatEvent.MessagePosted posted } elsewhere =>
            LineEncoder.EncodePosted($"{Mark(elsewhere.Room)}{posted.Author}", posted.Text),
        _ => LineEncoder.Encode(Line(happened)),
    };

    private string Line(ChatEvent happened) => happened switch
    {
        ChatEvent.NumbersGranted => "* numeros",
        ChatEvent.Replay replay => string.Join('\n', replay.Messages.Select(message => PastLine(message))),
        ChatEvent.HistoryPage page => HistoryPage(page),
        ChatEvent.SearchPage page => string.Join('\n', [SearchHead(page), .. page.Messages.Select(FoundLine), .. NotesOn(page)]),
        ChatEvent.Welcome welcome => texts.Welcome(welcome.Nickname, welcome.Members),
        ChatEvent.Elsewhere elsewhere => Marked(Mark(elsewhere.Room), Line(elsewhere.Happened)),
        ChatEvent.MemberJoined joined => joined.IsLogin ? texts.HasConnected(joined.Nickname) : texts.HasEntered(joined.Nickname),
        ChatEvent.MemberParted parted => parted.IsLogout ? texts.HasDisconnected(parted.Nickname) : texts.HasLeft(parted.Nickname),
        ChatEvent.MembersJoined joined => joined.AreLogins ? texts.HaveConnected(joined.Count) : texts.HaveEntered(joined.Count),
        ChatEvent.MembersParted parted => parted.AreLogouts ? texts.HaveDisconnected(parted.Count) : texts.HaveLeft(parted.Count),
        ChatEvent.RoomEntered entered => WithTopic(texts.RoomEntered(entered.Room, entered.Members), entered.Topic),
        ChatEvent.RoomLeft { MustChoose: true } left => texts.RoomLost(left.Room),
        ChatEvent.RoomLeft { Current: "" } left => texts.LastRoomLeft(left.Room),
        ChatEvent.RoomLeft left => texts.RoomLeft(left.Room, left.Current),
        ChatEvent.CurrentRoom { Rooms: [] } => texts.InNoRoom,
        ChatEvent.CurrentRoom { Current: "" } choice => texts.RoomsToChoose(string.Join(", ", choice.Rooms)),
        ChatEvent.CurrentRoom current => texts.CurrentRoom(current.Current, string.Join(", ", current.Rooms)),
        ChatEvent.RoomList list => RoomList(list),
        ChatEvent.RoomTopic { Text: "" } topic => texts.NoTopic(topic.Room),
        ChatEvent.RoomTopic topic => texts.Topic(topic.Text),
        ChatEvent.TopicChanged { Text: "" } changed => texts.TopicRemoved(changed.Nickname),
        ChatEvent.TopicChanged changed => texts.TopicChanged(changed.Nickname, changed.Text),
        ChatEvent.PrivateReceived { Instant: { } instant } message => StoredPrivate(LineTime.Format(instant, TimeZone), message),
        ChatEvent.PrivateReceived message => texts.PrivateFrom(message.From, message.Text),
        ChatEvent.PrivateKept kept => texts.PrivateKept(kept.To),
        ChatEvent.AccountChanged changed => AccountChanged(changed),
        ChatEvent.PrivateSent message => texts.PrivateTo(message.To, message.Text),
        ChatEvent.MemberList list => MemberList(list),
        ChatEvent.OwnNickname own => texts.YourNicknameIs(own.Nickname),
        ChatEvent.ServerTime time => texts.ServerTime(time.Local),
        ChatEvent.Moderated { Kind: ModerationKind.Announce } taken => $"{ModerationTexts.Notice(taken, texts)}: {taken.Text}",
        ChatEvent.Moderated taken => Because(Until(ModerationTexts.Notice(taken, texts), taken.Until, taken.At), taken.Text),
        ChatEvent.Sanctioned sanctioned => Sentence(Sanction(sanctioned)),
        ChatEvent.OrderUsage usage => ModerationTexts.Usage(usage.Kind, texts),
        ChatEvent.WriteLater later => texts.WriteLater(later.Seconds),
        ChatEvent.TooFast fast => texts.RequestsTooFast(fast.Seconds),
        ChatEvent.ApiRefused refused => Refusal(refused.Fault, refused.Subject),
        ChatEvent.PutOff { Ban: { } ban } => Sentence(texts.PutOffBanned(Sanction(ban))),
        ChatEvent.PutOff off => Sentence(Because(texts.PutOff, off.Reason)),
        ChatEvent.SanctionList { Lines: [] } => texts.NoSanctions,
        ChatEvent.SanctionList list => string.Join('\n', [texts.Sanctions(list.Lines.Length), .. list.Lines.Select(line => SanctionLine(line, list.At))]),
        ChatEvent.Help { IsAboutModeration: true } => string.Join('\n', ModerationTexts.Help(texts)),
        ChatEvent.Help help => string.Join('\n', help.HasNickname ? texts.Help : [texts.CommandsBehindNickname, .. texts.Help]),
        ChatEvent.Goodbye { Nickname: { } nickname } => texts.Goodbye(nickname),
        ChatEvent.Goodbye => texts.GoodbyeWithoutNickname,
        ChatEvent.Rejected rejected => Rejection(rejected.Reason, rejected.Subject),
        _ => throw new ArgumentOutOfRangeException(nameof(happened)),
    };

    private string Refusal(ApiFault fault, string subject) => fault switch
    {
        ApiFault.TokenInvalid => texts.TokenInvalid,
        ApiFault.ServerBusy => texts.ServerBusy,
        ApiFault.MethodUnknown => texts.MethodUnknown(subject),
        ApiFault.MediaTypeUnknown => texts.MediaTypeUnknown,
        ApiFault.RequestTooSlow => texts.RequestTooSlow,
        _ => throw new ArgumentOutOfRangeException(nameof(fault)),
    };

    private string Rejection(RejectReason reason, string subject) => reason switch
    {
        RejectReason.Failed => texts.CommandFailed,
        RejectReason.TimedOut => texts.CommandTimedOut,
        RejectReason.NotStored => texts.MessageNotStored,
        RejectReason.MessageTooLong => texts.MessageTooLong(maxLine),
        RejectReason.InvalidUtf8 => texts.InvalidUtf8,
        RejectReason.NotConnected => texts.NotConnected(subject),
        RejectReason.PrivateMalformed => texts.PrivateUsage,
        RejectReason.UnknownCommand => UnknownCommand(subject),
        RejectReason.NicknameFirst => texts.NicknameFirst,
        RejectReason.ClientKindRefused => texts.ClientKindRefused,
        RejectReason.MarkReused => texts.MarkReused,
        RejectReason.RequestInvalid => texts.RequestInvalid,
        RejectReason.RequestUnknown => texts.RequestUnknown(subject),
        RejectReason.RequestFieldInvalid => texts.RequestFieldInvalid(subject),
        RejectReason.NicknameInvalid => texts.NicknameRule,
        RejectReason.NicknameReserved => texts.NicknameReserved(subject),
        RejectReason.NicknameTaken => texts.NicknameTaken(subject),
        RejectReason.TooManyNicknames => texts.TooManyNicknameAttempts,
        RejectReason.RoomInvalid => texts.RoomRule,
        RejectReason.RoomConfusable => texts.RoomConfusable,
        RejectReason.NotInRoom => texts.NotInRoom(subject),
        RejectReason.RoomNotEntered => texts.RoomNotEntered(subject),
        RejectReason.InNoRoom => texts.InNoRoom,
        RejectReason.NoCurrentRoom => texts.NoCurrentRoom,
        RejectReason.TooManyRoomsPerUser => texts.TooManyRoomsPerUser,
        RejectReason.TooManyRooms => texts.TooManyRooms,
        RejectReason.TopicTooLong => texts.TopicTooLong,
        RejectReason.OrderNeedsAccount => texts.OrderNeedsAccount,
        RejectReason.OrderNotPermitted => texts.OrderNotPermitted,
        RejectReason.SubjectInvalid => texts.SubjectInvalid,
        RejectReason.SubjectIsSelf => texts.SubjectIsSelf,
        RejectReason.SubjectOutranks => texts.SubjectOutranks(subject),
        RejectReason.SubjectNotInRoom => texts.SubjectNotInRoom(subject),
        RejectReason.SubjectNotIdentified => texts.SubjectNotIdentified(subject),
        RejectReason.MaskInvalid => texts.MaskInvalid(subject),
        RejectReason.MaskInexact => texts.MaskInexact(subject),
        RejectReason.MaskTooWide => texts.MaskTooWide(subject),
        RejectReason.DurationInvalid => texts.DurationInvalid,
        RejectReason.NotSanctioned => texts.NotSanctioned(subject),
        RejectReason.TooManySanctions => texts.TooManySanctions,
        RejectReason.IsOperatorAlready => texts.IsOperatorAlready(subject),
        RejectReason.IsNoOperator => texts.IsNoOperator(subject),
        RejectReason.RegisteredOnly => texts.RegisteredOnly,
        RejectReason.TopicNotPermitted => texts.TopicNotPermitted,
        RejectReason.RoomUnknown => texts.RoomUnknown(subject),
        RejectReason.OrderNotStored => texts.OrderNotStored,
        RejectReason.HistoryMalformed => texts.HistoryUsage,
        RejectReason.HistoryUnavailable => texts.HistoryUnavailable,
        RejectReason.HistoryBusy => texts.HistoryBusy,
        RejectReason.RegistrationRequired => texts.RegistrationRequired,
        RejectReason.AlreadyRegistered => texts.AlreadyRegistered(subject),
        RejectReason.WrongPassword => texts.WrongPassword(subject),
        RejectReason.PasswordTooShort => texts.PasswordTooShort(subject),
        RejectReason.PasswordTooLong => texts.PasswordTooLong(subject),
        RejectReason.PasswordNotPrivate => texts.PasswordNotPrivate,
        RejectReason.TooManyAttempts => texts.TooManyAttempts(subject),
        RejectReason.AccountsBusy => texts.AccountsBusy,
        RejectReason.AccountNotStored => texts.AccountNotStored,
        RejectReason.RegisterUsage => texts.RegisterUsage,
        RejectReason.IdentifyUsage => texts.IdentifyUsage,
        RejectReason.PasswordUsage => texts.PasswordUsage,
        RejectReason.UnregisterUsage => texts.UnregisterUsage,
        RejectReason.AccountUsageBeforeLogin => texts.AccountUsageBeforeLogin,
        RejectReason.TooManyWaiting => texts.TooManyWaiting(subject),
        RejectReason.PrivateNotKept => texts.PrivateNotKept,
        RejectReason.Displaced => texts.Displaced,
        RejectReason.SearchTooShort => texts.SearchTooShort,
        RejectReason.SearchTooLong => texts.SearchTooLong,
        RejectReason.SearchBusy => texts.SearchBusy,
        RejectReason.SearchTooSlow => texts.SearchTooSlow,
        RejectReason.SearchUnavailable => texts.SearchUnavailable,
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };

    /// <summary>The line of a private message that was kept, with its time as a dialect writes it.</summary>
    public string StoredPrivate(string at, ChatEvent.PrivateReceived message) => texts.StoredPrivateFrom(at, message.From, message.Text);

    private string AccountChanged(ChatEvent.AccountChanged changed) => changed.Action switch
    {
        AccountAction.Register => texts.Registered(changed.Nickname),
        AccountAction.Identify => texts.Identified(changed.Nickname),
        AccountAction.ChangePassword => texts.PasswordChanged(changed.Nickname),
        _ => texts.Unregistered(changed.Nickname),
    };

    // The mark of a line of another room, as docs/protocol.md has it.
    private static string Mark(string room) => $"[{room}] ";

    private static string Marked(string mark, string lines) => mark + lines.Replace("\n", "\n" + mark, StringComparison.Ordinal);

    private string WithTopic(string line, string topic) => topic.Length == 0 ? line : $"{line}\n{texts.Topic(topic)}";

    private string HistoryPage(ChatEvent.HistoryPage page)
    {
        if (page.Messages.Length == 0)
            return texts.NoHistory(page.Room);
        var room = page.IsCurrent ? "" : page.Room;
        var from = page.Messages[page.IsForward ? ^1 : 0].Number;
        var rest = string.Create(CultureInfo.InvariantCulture, $"{from} {room}").TrimEnd();
        var more = page.HasMore ? [page.IsForward ? texts.NewerHistory(rest) : texts.OlderHistory(rest)] : Array.Empty<string>();
        return string.Join('\n', [texts.History(page.Room, page.Messages.Length), .. page.Messages.Select(message => PastLine(message, room)), .. more]);
    }

    private string PastLine(ChatEvent.MessagePosted message, string room = "")
    {
        var mark = $"{room} {LineTime.Format(message.Instant, TimeZone)}".TrimStart();
        return $"[{mark}] {message.Author}: {message.Text}";
    }

    /// <summary>The lines behind what a search has found.</summary>
    public IEnumerable<string> NotesOn(ChatEvent.SearchPage page)
    {
        if (page.More is { } more)
            yield return texts.MoreFound(string.Create(CultureInfo.InvariantCulture, $"{more} {string.Join(' ', page.Words)}"));
        if (page.Indexed < 1)
            yield return texts.SearchIsBehind((int)(page.Indexed * 100));
    }

    private string SearchHead(ChatEvent.SearchPage page) => page.Messages.Length == 0 ? texts.NothingFound : texts.Found(page.Messages.Length);

    // With its number, for its surroundings in the history.
    private string FoundLine(ChatEvent.MessagePosted message) => PastLine(message, string.Create(CultureInfo.InvariantCulture, $"{message.Room} {message.Number}"));

    private string Until(string line, long until, long at) =>
        until == 0 ? line : texts.UntilThen(line, LineTime.Format(until, TimeZone, hasSeconds: until - at < LongWait.TotalMilliseconds));

    // A reason may end by itself.
    private static string Sentence(string line) => line is [.., '.' or '!' or '?'] ? line : line + ".";

    private static string Because(string line, string reason) => reason.Length == 0 ? line : $"{line}: {reason}";

    private string Sanction(ChatEvent.Sanctioned sanctioned)
    {
        var line = sanctioned.IsMute ? texts.MutedInRoom(sanctioned.Room)
            : sanctioned.Room.Length == 0 ? texts.BannedFromServer : texts.BannedFromRoom(sanctioned.Room);
        return Because(Until(line, sanctioned.Until, sanctioned.At), sanctioned.Reason);
    }

    private string SanctionLine(SanctionLine sanction, long at)
    {
        var by = sanction.By.Length > 0 ? sanction.By : texts.TheServer;
        var line = sanction.IsMute ? texts.MuteLine(sanction.Subject, by) : texts.BanLine(sanction.Subject, by);
        return Because(Until(line, sanction.Until, at), sanction.Reason);
    }

    private string RoomList(ChatEvent.RoomList list)
    {
        var lines = list.Rooms.Select(room => room.Topic.Length == 0
            ? texts.RoomLine(room.Room, room.Members)
            : texts.RoomLineWithTopic(room.Room, room.Members, room.Topic));
        var head = list.Pages == 1 ? texts.Rooms(list.Count) : texts.PageOfRooms(list.Count, list.Page, list.Pages);
        var more = list.Page < list.Pages ? [texts.NextPageOfRooms(list.Page + 1)] : Array.Empty<string>();
        return string.Join('\n', [head, .. lines, .. more]);
    }

    private string MemberList(ChatEvent.MemberList list)
    {
        var (room, names) = (list.Room, string.Join(", ", list.Names));
        if (list.Pages == 1)
            return room.Length == 0 ? texts.ConnectedUsers(list.Count, names) : texts.UsersOfRoom(room, list.Count, names);
        var page = room.Length == 0
            ? texts.PageOfConnectedUsers(list.Count, list.Page, list.Pages, names)
            : texts.PageOfUsersOfRoom(room, list.Count, list.Page, list.Pages, names);
        return list.Page == list.Pages ? page : $"{page}\n{texts.NextPage(list.Page + 1)}";
    }

    private string UnknownCommand(string verb) => NearestWord.To(verb, Commands()) is { } nearest
        ? texts.UnknownCommandMeant(verb, nearest)
        : texts.UnknownCommand(verb);

    // Lists the verbs of the answer's language first, so that they win among equally near ones.
    private IEnumerable<string> Commands() =>
        texts.Help.Select(line => line.Split(' ')[0]).Where(word => word is ['/', not '/', ..]).Concat(ChatCommandParser.Verbs);
}
