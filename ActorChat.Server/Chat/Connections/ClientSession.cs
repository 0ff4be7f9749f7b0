using System.Net;
using ActorChat.Server.Chat.Accounts;
using ActorChat.Server.Chat.Nicknames;
using ActorChat.Server.Chat.Rooms;
using ActorChat.Server.Framing;
using ActorChat.Server.Transport;
using ActorChat.Server.Transport.Connections;
using ActorChat.Server.Transport.Limits;
using Akka.Actor;

namespace ActorChat.Server.Chat.Connections;

/// <summary>A user's session, shared by the phases of its connection: identity, answers to the client, commands in flight.</summary>
internal sealed class ClientSession(IActorContext actor, Connection connection, ChatContext context, AcceptedConnection start)
{
    private CommandWindow _pending;

    // The numbers that the client has given to commands in flight; null as long as it numbers none.
    private Dictionary<long, long>? _requests;
    private long? _request;

    public SessionId Id { get; } = context.Sessions.Next();

    public IActorContext Actor => actor;

    public IActorRef Self => actor.Self;

    public Connection Connection => connection;

    public ChatContext Context => context;

    public AcceptedConnection Start => start;

    public IPAddress Address => start.Peer.Address;

    /// <summary>The key of the account that the user is identified with: the nickname's casefold. Null without one.</summary>
    public string? Account { get; private set; }

    /// <summary>The dialect that the client is written to in.</summary>
    public IChatDialect Dialect { get; private set; } = context.Dialect;

    /// <summary>The rooms that the user is in.</summary>
    public SessionRooms Rooms { get; } = new();

    /// <summary>The number of commands in flight.</summary>
    public int PendingCount => _pending.Count;

    private TimeSpan Now => context.Connections.Clock.Now();

    public void Send(ChatEvent happened) => connection.Send(Write(happened));

    /// <summary>Renders an event in the client's dialect: where it answers a command that the client has numbered, with that number.</summary>
    public byte[] Write(ChatEvent happened) => Dialect.Write(_request is { } request ? new ChatEvent.Reply(request, happened) : happened);

    /// <summary>Parses a message. Until the next one, or the next message of an actor, events answer it.</summary>
    public ChatCommand Parse(string text, Func<string, ChatCommand> parse)
    {
        var command = parse(text);
        (_request, command) = command is ChatCommand.Numbered numbered ? ((long?)numbered.Request, numbered.What) : (null, command);
        return command;
    }

    /// <summary>Events answer no command from now on.</summary>
    public void EndReply() => _request = null;

    /// <summary>Has an action that runs later answer the same command.</summary>
    public Action Later(Action action)
    {
        if (_request is not { } request)
            return action;
        return () =>
        {
            _request = request;
            action();
        };
    }

    /// <summary>Notes which account the user is identified with, and tells its rooms.</summary>
    public void Identify(string? account)
    {
        Account = account;
        foreach (var room in Rooms.All)
            room.LocalRoom.Tell(new LocalRoomCommand.Identify(Id, account));
    }

    /// <summary>Prepares the last line of somebody who is put off the server.</summary>
    public void BePutOff(ChatEvent.PutOff why)
    {
        connection.CloseNotice = Write(why);
        connection.Stats.EndReason = context.Connections.Texts.EndedByOrder;
    }

    /// <summary>Changes to the dialect with numbers. False if the client has it already, or speaks no lines.</summary>
    public bool TryUseNumbers()
    {
        if (!Dialect.HasPrompts || Dialect == context.Numbered)
            return false;
        Dialect = context.Numbered;
        return true;
    }

    /// <summary>Has something done with an account. Reads nothing meanwhile.</summary>
    /// <returns>The command number.</returns>
    public long Ask(AccountAction action, Nickname name, string password, string? newPassword = null)
    {
        connection.Pause();
        var command = Begin(context.AccountRules.Patience);
        context.Accounts.Tell(new AccountCommand(action, command, name, password, newPassword, AccountRules.NetworkOf(Address), Self));
        return command;
    }

    /// <summary>Reports the limit that a refusal is about, if any, to the listener.</summary>
    public ChatEvent.Rejected Noted(ChatEvent.Rejected refusal)
    {
        if (refusal.Reason == RejectReason.TooManyAttempts)
            connection.Report(Limit.LoginAttempts);
        return refusal;
    }

    /// <summary>Notes why the connection ends: the nickname is its owner's.</summary>
    public void BeDisplaced()
    {
        connection.CloseNotice = Write(new ChatEvent.Rejected(RejectReason.Displaced));
        connection.Stats.EndReason = context.Connections.Texts.EndedByOwner;
    }

    /// <summary>Answers for a user who is not in yet, or no more: a private message is kept if there is an account.</summary>
    public void AnswerAbsent(NicknameEvent.PrivateMessage message)
    {
        if (Account is { } account)
            context.Persistence.Tell(message.ToKeep(account, context.Connections.Clock.GetUtcNow()));
        else
            message.Sender.Tell(new NicknameEvent.NotConnected(message.Command, message.To));
    }

    /// <summary>Asks to enter a room.</summary>
    /// <returns>The command number.</returns>
    public long Join(RoomName room, Nickname nickname, bool isLogin)
    {
        var command = Begin();
        var join = new LocalRoomCommand.Join(
            Id, command, nickname, Address.ToString(), Dialect.Viewer, Self, connection.Socket, isLogin)
        {
            Account = Account,
            Replay = Dialect == context.Numbered ? context.ReplayNumbered : context.Replay,
        };
        context.Rooms.Tell(new RoomsCommand.Join(room, join));
        return command;
    }

    /// <summary>Leaves a room, or takes back a join. Answered also where the room has ended since, as it does when its last member is lost.</summary>
    public void Leave(RoomName room) =>
        context.Rooms.Tell(new RoomsCommand.Leave(room, new LocalRoomCommand.Leave(Id, Self, PartKind.Left)));

    /// <summary>Numbers a new command and starts its time limit.</summary>
    /// <param name="more">An extension of the time limit.</param>
    public long Begin(TimeSpan more = default)
    {
        var deadline = Now + context.Connections.AnswerTimeout + more;
        connection.AwaitAnswerUntil(deadline);
        var command = _pending.Add(deadline);
        if (_request is { } request)
            (_requests ??= [])[command] = request;
        _request = null;
        return command;
    }

    /// <summary>Completes a command, which the next events answer. False if it is not pending any more.</summary>
    public bool TryComplete(long command)
    {
        if (!_pending.TryComplete(command, command))
            return false;
        _request = TakeRequest(command);
        return true;
    }

    /// <summary>Completes consecutive commands that are executed. False if none of them is pending any more.</summary>
    public bool TryAccept(long first, long last)
    {
        if (!_pending.TryComplete(first, last))
            return false;
        for (var command = first; command <= last && _requests is { Count: > 0 }; command++)
        {
            _request = TakeRequest(command);
            Confirm();
        }

        return true;
    }

    /// <summary>Tells a client that numbers its commands that this one is executed.</summary>
    public void Confirm()
    {
        if (_request is not null)
            Send(new ChatEvent.Done());
        _request = null;
    }

    /// <summary>Drops the commands past their time limit. The action answers each.</summary>
    /// <returns>Whether there was one.</returns>
    public bool DropOverdue(Action answer)
    {
        var overdue = _pending.TakeOverdue(Now);
        if (_pending.Count > 0)
            connection.AwaitAnswerUntil(_pending.NextDeadline);
        foreach (var command in overdue)
        {
            _request = TakeRequest(command);
            answer();
        }

        return overdue.Count > 0;
    }

    private long? TakeRequest(long command) => _requests is not null && _requests.Remove(command, out var request) ? request : null;

    /// <summary>Gets the text of a frame. Sends the reason to the client if it has none.</summary>
    public bool TryGetText(Frame message, out string text)
    {
        text = message.Text;
        if (message.Kind == FrameKind.Message)
            return true;
        Send(new ChatEvent.Rejected(message.Kind == FrameKind.TooLong ? RejectReason.MessageTooLong : RejectReason.InvalidUtf8));
        return false;
    }

    /// <summary>Answers a command that needs no other actor; null for any other command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="nickname">The user's nickname; null before login.</param>
    public ChatEvent? AnswerTo(ChatCommand command, string? nickname) => command switch
    {
        ChatCommand.WhoAmI when nickname is not null => new ChatEvent.OwnNickname(nickname),
        ChatCommand.Ping => new ChatEvent.Pong(),
        ChatCommand.Time => new ChatEvent.ServerTime(context.Connections.Clock.GetLocalNow().DateTime),
        ChatCommand.Help help => new ChatEvent.Help(nickname is not null, help.IsAboutModeration),
        ChatCommand.Unknown unknown => new ChatEvent.Rejected(RejectReason.UnknownCommand, unknown.Verb),
        ChatCommand.Client => new ChatEvent.Rejected(RejectReason.ClientKindRefused),
        ChatCommand.Invalid invalid => new ChatEvent.Rejected(ReasonOf(invalid.Fault), invalid.Subject),
        ChatCommand.Hello when nickname is not null => new ChatEvent.Rejected(RejectReason.RequestUnknown, "hello"),
        ChatCommand.MalformedPrivate when nickname is not null => new ChatEvent.Rejected(RejectReason.PrivateMalformed),
        ChatCommand.MalformedHistory when nickname is not null => new ChatEvent.Rejected(RejectReason.HistoryMalformed),
        ChatCommand.Account { Action: AccountAction.Register or AccountAction.Identify } when nickname is null =>
            new ChatEvent.Rejected(RejectReason.AccountUsageBeforeLogin),
        ChatCommand.List or ChatCommand.WhoAmI or ChatCommand.Join or ChatCommand.Part or ChatCommand.Focus or ChatCommand.Rooms or ChatCommand.Topic
            or ChatCommand.History or ChatCommand.MalformedHistory or ChatCommand.Search or ChatCommand.Account or ChatCommand.Order or ChatCommand.In
            when nickname is null =>
            new ChatEvent.Rejected(RejectReason.NicknameFirst),
        _ => null,
    };

    internal static RejectReason ReasonOf(RequestFault fault) => fault switch
    {
        RequestFault.NotObject => RejectReason.RequestInvalid,
        RequestFault.UnknownType => RejectReason.RequestUnknown,
        RequestFault.BadField => RejectReason.RequestFieldInvalid,
        RequestFault.TextTooLong => RejectReason.MessageTooLong,
        _ => throw new ArgumentOutOfRangeException(nameof(fault)),
    };
}
