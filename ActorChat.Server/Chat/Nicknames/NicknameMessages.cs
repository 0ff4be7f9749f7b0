using Akka.Actor;

namespace ActorChat.Server.Chat.Nicknames;

/// <summary>The commands of <see cref="NicknamesActor"/>.</summary>
internal abstract record NicknameCommand
{
    private NicknameCommand()
    {
    }

    /// <summary>Claims a nickname for a session. Answered by <see cref="NicknameEvent.Claimed"/> or <see cref="NicknameEvent.Taken"/>.</summary>
    /// <param name="Session">The session.</param>
    /// <param name="Command">Returned in the answer.</param>
    /// <param name="Nickname">The nickname.</param>
    /// <param name="Connection">Holds the nickname; its end frees it.</param>
    internal sealed record Claim(SessionId Session, long Command, Nickname Nickname, IActorRef Connection) : NicknameCommand;

    /// <summary>Frees the nickname of a session. Not answered.</summary>
    internal sealed record Release(SessionId Session) : NicknameCommand;

    /// <summary>
    /// Sends a private message. The recipient's connection answers by <see cref="NicknameEvent.PrivateDelivered"/>; without one, the answer is
    /// <see cref="NicknameEvent.NotConnected"/>.
    /// </summary>
    /// <param name="Command">Returned in the answer.</param>
    /// <param name="From">The sender's nickname.</param>
    /// <param name="To">The recipient as typed.</param>
    /// <param name="Text">The text.</param>
    /// <param name="Sender">The sender's connection.</param>
    internal sealed record SendPrivate(long Command, Nickname From, string To, string Text, IActorRef Sender) : NicknameCommand
    {
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

    /// <summary>To the recipient: a private message. Answered to <paramref name="Sender"/>.</summary>
    internal sealed record PrivateMessage(long Command, Nickname From, string To, string Text, IActorRef Sender) : NicknameEvent
    {
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
