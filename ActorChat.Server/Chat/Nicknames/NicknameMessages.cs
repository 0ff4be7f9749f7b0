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
    /// <param name="Command">Comes back in the answer.</param>
    /// <param name="Nickname">The nickname.</param>
    /// <param name="Connection">Holds it until it stops.</param>
    internal sealed record Claim(SessionId Session, long Command, Nickname Nickname, IActorRef Connection) : NicknameCommand;

    /// <summary>Frees the nickname of a session. Not answered.</summary>
    internal sealed record Release(SessionId Session) : NicknameCommand;

    /// <summary>
    /// Sends a private message. Answered by <see cref="NicknameEvent.PrivateDelivered"/> of the receiver's connection, or <see cref="NicknameEvent.NotConnected"/>.
    /// </summary>
    /// <param name="Command">Comes back in the answer.</param>
    /// <param name="From">The sender's nickname.</param>
    /// <param name="To">The receiver as typed.</param>
    /// <param name="Text">The words.</param>
    /// <param name="Sender">The sender's connection.</param>
    internal sealed record SendPrivate(long Command, Nickname From, string To, string Text, IActorRef Sender) : NicknameCommand
    {
        /// <summary>For the log, which gets no words of users; the receiver may be one that was not meant as such.</summary>
        public override string ToString() => $"SendPrivate {{ From = {From}, Length = {Text.Length} }}";
    }
}

/// <summary>What connections are told about nicknames, and by their means.</summary>
internal abstract record NicknameEvent
{
    private NicknameEvent()
    {
    }

    /// <summary>The session has the nickname.</summary>
    internal sealed record Claimed(long Command) : NicknameEvent;

    /// <summary>Another session has the nickname, or one that looks like it.</summary>
    /// <param name="Command">That of the claim.</param>
    /// <param name="Holder">The connection that has this very nickname; nobody where it only looks like another's.</param>
    internal sealed record Taken(long Command, IActorRef Holder) : NicknameEvent;

    /// <summary>To the receiver: a private message. Answered to <paramref name="Sender"/>.</summary>
    internal sealed record PrivateMessage(long Command, Nickname From, string To, string Text, IActorRef Sender) : NicknameEvent
    {
        /// <summary>For the log, which gets no words of users.</summary>
        public override string ToString() => $"PrivateMessage {{ From = {From}, Length = {Text.Length} }}";
    }

    /// <summary>To the sender: the receiver has got it.</summary>
    /// <param name="Command">That of the message.</param>
    /// <param name="To">The receiver, as that user spells it.</param>
    /// <param name="Text">The words.</param>
    internal sealed record PrivateDelivered(long Command, string To, string Text) : NicknameEvent
    {
        /// <summary>For the log, which gets no words of users.</summary>
        public override string ToString() => $"PrivateDelivered {{ Length = {Text.Length} }}";
    }

    /// <summary>To the sender: nobody of this name is there.</summary>
    internal sealed record NotConnected(long Command, string To) : NicknameEvent
    {
        /// <summary>For the log: the name may be a piece of a private text.</summary>
        public override string ToString() => nameof(NotConnected);
    }
}
