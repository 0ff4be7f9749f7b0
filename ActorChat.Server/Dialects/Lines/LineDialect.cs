using ActorChat.Server.Chat;
using ActorChat.Server.Framing;
using ActorChat.Server.Resources;
using ActorChat.Server.Transport.Connections;

namespace ActorChat.Server.Dialects.Lines;

/// <summary>The chat as lines of text, for people and for scripts (docs/protocol.md).</summary>
internal sealed class LineDialect(Texts texts, int maxLine) : IChatDialect
{
    public const string Name = "lines";

    public Viewer Viewer { get; } = new(Name, texts.Language);

    public IMessageDecoder CreateDecoder(int maxBytes) => new LineDecoder(maxBytes);

    public ChatCommand Parse(string message) => ChatCommandParser.Parse(message);

    public byte[] Write(ConnectionNotice notice, PeerKind peer) => LineEncoder.Encode(NoticeTexts.Format(notice, texts));

    public byte[] Write(ChatEvent happened) => happened switch
    {
        ChatEvent.MessagePosted posted => LineEncoder.EncodePosted(posted.Author, posted.Text),
        ChatEvent.NicknameWanted => LineEncoder.EncodeUnterminated(texts.NicknamePrompt),
        _ => LineEncoder.Encode(Line(happened)),
    };

    private string Line(ChatEvent happened) => happened switch
    {
        ChatEvent.Welcome welcome => texts.Welcome(welcome.Nickname, welcome.Members),
        ChatEvent.MemberJoined joined => texts.HasConnected(joined.Nickname),
        ChatEvent.MemberParted parted => texts.HasDisconnected(parted.Nickname),
        ChatEvent.MembersJoined joined => texts.HaveConnected(joined.Count),
        ChatEvent.MembersParted parted => texts.HaveDisconnected(parted.Count),
        ChatEvent.PrivateReceived message => texts.PrivateFrom(message.From, message.Text),
        ChatEvent.PrivateSent message => texts.PrivateTo(message.To, message.Text),
        ChatEvent.MemberList list => MemberList(list),
        ChatEvent.OwnNickname own => texts.YourNicknameIs(own.Nickname),
        ChatEvent.ServerTime time => texts.ServerTime(time.Local),
        ChatEvent.Help help => string.Join('\n', help.HasNickname ? texts.Help : [texts.CommandsBehindNickname, .. texts.Help]),
        ChatEvent.Goodbye { Nickname: { } nickname } => texts.Goodbye(nickname),
        ChatEvent.Goodbye => texts.GoodbyeWithoutNickname,
        ChatEvent.Rejected rejected => Rejection(rejected.Reason, rejected.Subject),
        _ => throw new ArgumentOutOfRangeException(nameof(happened)),
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
        RejectReason.NicknameInvalid => texts.NicknameRule,
        RejectReason.NicknameReserved => texts.NicknameReserved(subject),
        RejectReason.NicknameTaken => texts.NicknameTaken(subject),
        RejectReason.TooManyNicknames => texts.TooManyNicknameAttempts,
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };

    private string MemberList(ChatEvent.MemberList list)
    {
        var names = string.Join(", ", list.Names);
        if (list.Pages == 1)
            return texts.ConnectedUsers(list.Count, names);
        var page = texts.PageOfConnectedUsers(list.Count, list.Page, list.Pages, names);
        return list.Page == list.Pages ? page : $"{page}\n{texts.NextPage(list.Page + 1)}";
    }

    private string UnknownCommand(string verb) => NearestWord.To(verb, Commands()) is { } nearest
        ? texts.UnknownCommandMeant(verb, nearest)
        : texts.UnknownCommand(verb);

    // Lists the verbs of the answer's language first, so that they win among equally near ones.
    private IEnumerable<string> Commands() =>
        texts.Help.Select(line => line.Split(' ')[0]).Where(word => word is ['/', not '/', ..]).Concat(ChatCommandParser.Verbs);
}
