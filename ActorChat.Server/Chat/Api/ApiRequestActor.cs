using ActorChat.Server.Chat.Nicknames;
using ActorChat.Server.Chat.Rooms;
using ActorChat.Server.Storage;
using ActorChat.Server.Storage.History;
using ActorChat.Server.Storage.Tokens;
using ActorChat.Server.Transport;
using Akka.Actor;

namespace ActorChat.Server.Chat.Api;

/// <summary>
/// Answers one request of a program, under the nickname of its token: asks whose that is, whether its rate and the bans permit it, then the
/// room or its history. The room takes it for a local room, and answers it.
/// </summary>
internal sealed class ApiRequestActor : ReceiveActor, ILogReceive
{
    private readonly ApiContext _context;
    private readonly ApiCall _call;
    private readonly TimeSpan _until;
    private RoomMember? _caller;
    private bool _isRoomKnown;
    private ActorTimer _timeout;

    public ApiRequestActor(ApiContext context, ApiCall call)
    {
        (_context, _call) = (context, call);
        _until = context.Clock.Now() + context.AnswerTimeout;
        Receive<TokenFound>(OnTokenFound);
        Receive<ApiEvent.Admitted>(OnAdmitted);
        Receive<NicknameEvent.BanFound>(found => GoOnUnless(found.Ban, () => _context.Rooms.Tell(new RoomsCommand.FindAccess(Room, _caller!))));
        Receive<RoomEvent.AccessFound>(found => GoOnUnless(found.Obstacle, () => OnAccess(found.IsRoomKnown)));
        Receive<HistoryEvent.Page>(OnPage);
        Receive<HistoryEvent.NotRead>(refused => Refuse(
            refused.Reason == NotReadReason.Busy ? RejectReason.HistoryBusy : RejectReason.HistoryUnavailable));
        Receive<RoomEvent.Answered>(answered => Answer(answered.Answer));
        Receive<RoomEvent.Rejected>(rejected => Answer(rejected.Answer ?? new ChatEvent.Rejected(rejected.Reason)));
        Receive<TimedOut>(_ => Refuse(RejectReason.TimedOut));
    }

    private RoomName Room => _call.Request.Room;

    public static Props PropsFor(ApiContext context, ApiCall call) => Props.Create<ApiRequestActor>(context, call);

    protected override void PreStart()
    {
        _timeout.Set(_until, _context.Clock, Self, TimedOut.Instance);
        _context.Tokens.Tell(new FindToken(_call.TokenHash, Self, _until));
    }

    protected override void PostStop()
    {
        _timeout.Off();
        _call.Answer.TrySetResult(new ChatEvent.Rejected(RejectReason.Failed));
    }

    private void OnTokenFound(TokenFound found)
    {
        if (!found.IsKnown)
        {
            Answer(new ChatEvent.ApiRefused(ApiFault.ServerBusy));
            return;
        }

        if (found.Token is not { } token || !Nickname.TryParse(token.Name, out var name))
        {
            Answer(new ChatEvent.ApiRefused(ApiFault.TokenInvalid));
            return;
        }

        _caller = new RoomMember(_context.Sessions.Next(), name, Self, token.IsRegistered ? name.Casefolded : null) { Address = _call.Address };
        Context.Parent.Tell(new ApiCommand.Admit(name));
    }

    private void OnAdmitted(ApiEvent.Admitted admitted) => GoOnUnless(
        admitted.WaitSeconds > 0 ? new ChatEvent.TooFast(admitted.WaitSeconds) : null,
        () => _context.Nicknames.Tell(new NicknameCommand.FindBan(_caller!.Nickname, _caller.Account, _call.Address, Self)));

    // A room that nobody is in may be known only by what was said in it.
    private void OnAccess(bool isRoomKnown)
    {
        _isRoomKnown = isRoomKnown;
        if (_call.Request is ApiRequest.Read read)
            ReadHistory(new HistoryPosition(read.Number, read.IsForward), read.Count);
        else if (isRoomKnown)
            Post();
        else
            ReadHistory(HistoryPosition.End, count: 1);
    }

    private void ReadHistory(HistoryPosition from, int count) =>
        _context.History.Tell(new HistoryCommand.Read(Room.Casefolded, from, count, Self, Request: 0, _until));

    private void OnPage(HistoryEvent.Page page)
    {
        if (page.Messages.Length == 0 && !_isRoomKnown)
            Answer(new ChatEvent.Rejected(RejectReason.RoomUnknown, Room.Value));
        else if (_call.Request is ApiRequest.Read read)
            Answer(new ChatEvent.HistoryPage(Room.Value, IsCurrent: false, read.IsForward, EventsOf(page.Messages), page.HasMore));
        else
            Post();
    }

    private ChatEvent.MessagePosted[] EventsOf(StoredMessage[] messages) =>
        [.. messages.Select(message => ChatEvent.MessagePosted.From(message, Room.Value))];

    private void Post()
    {
        var post = ((ApiRequest.Post)_call.Request).What;
        _context.Rooms.Tell(new RoomsCommand.PostFromOutside(
            Room, new RoomCommand.Post(_caller!, Command: 1, post.Text, _call.Address) { Mark = post.Mark, IsFromOutside = true }));
    }

    private void GoOnUnless(ChatEvent? obstacle, Action goOn)
    {
        if (obstacle is null)
            goOn();
        else
            Answer(obstacle);
    }

    private void Refuse(RejectReason reason) => Answer(new ChatEvent.Rejected(reason));

    private void Answer(ChatEvent answer)
    {
        _call.Answer.TrySetResult(answer);
        Context.Stop(Self);
    }

    private sealed record TimedOut : INoSerializationVerificationNeeded
    {
        public static readonly TimedOut Instance = new();
    }
}
