using ActorChat.Server.Storage.Accounts;
using ActorChat.Server.Storage.Moderation;
using Akka.Actor;

namespace ActorChat.Server.Chat.Nicknames;

/// <summary>The commands of <see cref="NicknamesActor"/>.</summary>
internal abstract record NicknameCommand
{
    private NicknameCommand()
    {
    }

    /// <summary>
    /// Claims a nickname for a session. Answered by <see cref="NicknameEvent.Claimed"/>, <see cref="NicknameEvent.Taken"/>,
    /// <see cref="NicknameEvent.PasswordWanted"/> or <see cref="NicknameEvent.NotRegistered"/>.
    /// </summary>
    /// <param name="Session">The session.</param>
    /// <param name="Command">Returned in the answer.</param>
    /// <param name="Nickname">The nickname.</param>
    /// <param name="Connection">Holds the nickname; its end frees it.</param>
    /// <param name="Account">The key of the account, whose password the session has given; null for none.</param>
    /// <param name="NeedsAccount">Whether it may only be granted to its owner.</param>
    internal sealed record Claim(
        SessionId Session, long Command, Nickname Nickname, IActorRef Connection, string? Account, bool NeedsAccount) : NicknameCommand
    {
        /// <summary>The network address, for bans.</summary>
        public string Address { get; init; } = "";

        /// <summary>Keeps the address out of the log.</summary>
        public override string ToString() => $"Claim {{ {Nickname} }}";
    }

    /// <summary>Notes the account of a session that holds its nickname already; null for none any more. Not answered.</summary>
    internal sealed record Identify(SessionId Session, string? Account) : NicknameCommand;

    /// <summary>A nickname has an account now. Not answered.</summary>
    internal sealed record AddAccount(Nickname Name) : NicknameCommand;

    /// <summary>A nickname has no account any more. Not answered.</summary>
    internal sealed record RemoveAccount(Nickname Name) : NicknameCommand;

    /// <summary>Replaces the bans from the whole server, and puts off whoever is under one. Not answered.</summary>
    internal sealed record SetBans(Sanction[] Bans) : NicknameCommand
    {
        /// <summary>Keeps addresses out of the log.</summary>
        public override string ToString() => $"SetBans {{ Count = {Bans.Length} }}";
    }

    /// <summary>Asks whether a ban keeps somebody out who does not claim the nickname. Answered by <see cref="NicknameEvent.BanFound"/>.</summary>
    internal sealed record FindBan(Nickname Nickname, string? Account, string Address, IActorRef ReplyTo) : NicknameCommand
    {
        /// <summary>Keeps the address out of the log.</summary>
        public override string ToString() => $"FindBan {{ {Nickname} }}";
    }

    /// <summary>Puts somebody off the server. Answered to the sender by <see cref="NicknameEvent.ExpulsionTried"/>.</summary>
    internal sealed record Expel(ModerationAct Act, ModerationSource Giver) : NicknameCommand;

    /// <summary>Tells everybody but the giver, who has an answer. Not answered.</summary>
    internal sealed record Announce(ChatEvent.Moderated What, SessionId Except) : NicknameCommand;

    /// <summary>Frees the nickname of a session. Not answered.</summary>
    internal sealed record Release(SessionId Session) : NicknameCommand;

    /// <summary>
    /// Sends a private message. The recipient's connection answers by <see cref="NicknameEvent.PrivateDelivered"/>. For the owner of an account
    /// who is away, the storage answers (<see cref="AccountStoreEvent.Kept"/>); otherwise the answer is
    /// <see cref="NicknameEvent.NotConnected"/>.
    /// </summary>
    /// <param name="Command">Returned in the answer.</param>
    /// <param name="From">The sender's nickname.</param>
    /// <param name="To">The recipient as typed.</param>
    /// <param name="Text">The text.</param>
    /// <param name="Sender">The sender's connection.</param>
    internal sealed record SendPrivate(long Command, Nickname From, string To, string Text, IActorRef Sender) : NicknameCommand
    {
        /// <summary>The message for its recipient.</summary>
        public NicknameEvent.PrivateMessage Addressed(Nickname to) => new(Command, From, to.Value, Text, Sender);

        /// <summary>Keeps the text out of the log, and the recipient too: it may be a piece of a private text.</summary>
        public override string ToString() => $"SendPrivate {{ From = {From}, Length = {Text.Length} }}";
    }
}

/// <summary>The events for connections about nicknames and private messages.</summary>
internal abstract record NicknameEvent
{
    private NicknameEvent()
    {
    }

    /// <summary>The session holds the nickname.</summary>
    internal sealed record Claimed(long Command) : NicknameEvent;

    /// <summary>Another session holds the nickname, or a confusable one.</summary>
    /// <param name="Command">The command number of the claim.</param>
    /// <param name="Holder">The connection that holds this nickname; nobody if it is only confusable with another.</param>
    internal sealed record Taken(long Command, IActorRef Holder) : NicknameEvent;

    /// <summary>The nickname has an account, which the session is not identified with.</summary>
    internal sealed record PasswordWanted(long Command) : NicknameEvent;

    /// <summary>The nickname has no account, and would need one.</summary>
    internal sealed record NotRegistered(long Command) : NicknameEvent;

    /// <summary>To a former holder: the nickname, or one that is confusable with it, is its owner's now. End.</summary>
    /// <param name="Nickname">The nickname that is lost.</param>
    internal sealed record Displaced(Nickname Nickname) : NicknameEvent;

    /// <summary>To the claimant: a ban keeps the nickname, or the address, out.</summary>
    internal sealed record Banned(long Command, ChatEvent.Sanctioned Ban) : NicknameEvent;

    /// <summary>The answer to <see cref="NicknameCommand.FindBan"/>: the ban; null for none.</summary>
    internal sealed record BanFound(ChatEvent.Sanctioned? Ban) : NicknameEvent;

    /// <summary>To a holder: the session is put off the server, and has lost its nickname.</summary>
    internal sealed record PutOff(ChatEvent.PutOff Why) : NicknameEvent;

    /// <summary>To every holder.</summary>
    internal sealed record Announced(ChatEvent.Moderated What) : NicknameEvent;

    /// <summary>The answer to <see cref="NicknameCommand.Expel"/>: whether somebody was there.</summary>
    internal sealed record ExpulsionTried(ModerationAct Act, ModerationSource Giver, bool IsDone) : NicknameEvent;

    /// <summary>To the recipient: a private message. Answered to <paramref name="Sender"/>.</summary>
    internal sealed record PrivateMessage(long Command, Nickname From, string To, string Text, IActorRef Sender) : NicknameEvent
    {
        /// <summary>Has it kept for an account whose owner is away.</summary>
        public AccountStoreCommand.Keep ToKeep(string account, DateTimeOffset now) =>
            new(new WaitingMessage(Id: 0, account, From.Value, now.ToUnixTimeMilliseconds(), Text), To, Command, Sender);

        /// <summary>Keeps the text out of the log.</summary>
        public override string ToString() => $"PrivateMessage {{ From = {From}, Length = {Text.Length} }}";
    }

    /// <summary>To the sender: the recipient has got the message.</summary>
    /// <param name="Command">The command number of the message.</param>
    /// <param name="To">The recipient's nickname, in its own spelling.</param>
    /// <param name="Text">The text.</param>
    internal sealed record PrivateDelivered(long Command, string To, string Text) : NicknameEvent
    {
        /// <summary>Keeps the text out of the log.</summary>
        public override string ToString() => $"PrivateDelivered {{ Length = {Text.Length} }}";
    }

    /// <summary>To the sender: the recipient is not connected.</summary>
    internal sealed record NotConnected(long Command, string To) : NicknameEvent
    {
        /// <summary>Keeps the name out of the log: it may be a piece of a private text.</summary>
        public override string ToString() => nameof(NotConnected);
    }
}
