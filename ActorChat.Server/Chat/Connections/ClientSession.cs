using System.Net;
using ActorChat.Server.Framing;
using ActorChat.Server.Transport;
using ActorChat.Server.Transport.Connections;
using ActorChat.Server.Transport.Limits;
using Akka.Actor;

namespace ActorChat.Server.Chat.Connections;

/// <summary>One user's session, as all phases of its connection need it: identity, answers to the client, and the commands in flight.</summary>
internal sealed class ClientSession(IActorContext actor, Connection connection, ChatContext context, AcceptedConnection start)
{
    private CommandWindow _pending;

    public SessionId Id { get; } = context.Sessions.Next();

    public IActorContext Actor => actor;

    public IActorRef Self => actor.Self;

    public Connection Connection => connection;

    public ChatContext Context => context;

    public AcceptedConnection Start => start;

    /// <summary>The network address that the client comes from.</summary>
    public IPAddress Address => start.Peer.Address;

    /// <summary>How many commands have no answer yet.</summary>
    public int PendingCount => _pending.Count;

    private TimeSpan Now => context.Connections.Clock.Now();

    /// <summary>Tells the client something.</summary>
    public void Send(ChatEvent happened) => connection.Send(Write(happened));

    /// <summary>Writes something in the client's dialect.</summary>
    public byte[] Write(ChatEvent happened) => context.Dialect.Write(happened);

    /// <summary>Numbers the next command, which is to be answered within the time limit.</summary>
    /// <param name="more">How much more time it has.</param>
    public long Begin(TimeSpan more = default)
    {
        var deadline = Now + context.Connections.AnswerTimeout + more;
        connection.AwaitAnswerUntil(deadline);
        return _pending.Add(deadline);
    }

    /// <summary>Takes an answer. False when nobody waits for it any more.</summary>
    public bool TryComplete(long command) => TryComplete(command, command);

    /// <summary>Takes the answer to commands that followed each other.</summary>
    public bool TryComplete(long first, long last) => _pending.TryComplete(first, last);

    /// <summary>Gives up the commands whose time is over. Gives their number.</summary>
    public int TakeOverdue()
    {
        var overdue = _pending.TakeOverdue(Now);
        if (_pending.Count > 0)
            connection.AwaitAnswerUntil(_pending.NextDeadline);
        return overdue;
    }

    /// <summary>Takes the text of a message; tells the client when it has none.</summary>
    public bool TryGetText(Frame message, out string text)
    {
        text = message.Text;
        if (message.Kind == FrameKind.Message)
            return true;
        Send(new ChatEvent.Rejected(message.Kind == FrameKind.TooLong ? RejectReason.MessageTooLong : RejectReason.InvalidUtf8));
        return false;
    }

    /// <summary>Answers a command that needs nobody else. Null when it is none of those.</summary>
    /// <param name="command">The command.</param>
    /// <param name="nickname">The user's nickname; null for a user without one.</param>
    public ChatEvent? AnswerTo(ChatCommand command, string? nickname) => command switch
    {
        ChatCommand.WhoAmI when nickname is not null => new ChatEvent.OwnNickname(nickname),
        ChatCommand.Time => new ChatEvent.ServerTime(context.Connections.Clock.GetLocalNow().DateTime),
        ChatCommand.Help => new ChatEvent.Help(nickname is not null),
        ChatCommand.Unknown unknown => new ChatEvent.Rejected(RejectReason.UnknownCommand, unknown.Verb),
        ChatCommand.MalformedPrivate when nickname is not null => new ChatEvent.Rejected(RejectReason.PrivateMalformed),
        ChatCommand.List or ChatCommand.WhoAmI when nickname is null => new ChatEvent.Rejected(RejectReason.NicknameFirst),
        _ => null,
    };
}
