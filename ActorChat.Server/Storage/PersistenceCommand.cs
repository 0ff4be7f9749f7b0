using System.Net;
using Akka.Actor;

namespace ActorChat.Server.Storage;

/// <summary>What <see cref="PersistenceActor"/> is told.</summary>
internal abstract record PersistenceCommand
{
    private PersistenceCommand()
    {
    }

    /// <summary>Store a message. Answered by <see cref="PersistenceEvent.Stored"/> once it is on disk, or <see cref="PersistenceEvent.NotStored"/>.</summary>
    /// <param name="Content">The text.</param>
    /// <param name="From">The address it came from.</param>
    /// <param name="Author">The nickname; null from the confirmation port.</param>
    /// <param name="Room">The room; null from the confirmation port.</param>
    /// <param name="ReplyTo">Who is answered.</param>
    /// <param name="Tag">Comes back in the answer, untouched; null for nothing.</param>
    internal sealed record Store(string Content, IPAddress From, string? Author, string? Room, IActorRef ReplyTo, object? Tag)
        : PersistenceCommand
    {
        /// <summary>For the log, which gets no words of users.</summary>
        public override string ToString() => $"Store {{ Author = {Author ?? "-"}, Room = {Room ?? "-"}, Length = {Content.Length} }}";
    }

    /// <summary>Note that a user is here now. Not answered: the chat does not wait for it.</summary>
    /// <param name="Nickname">The nickname, as its user spelt it.</param>
    internal sealed record UserSeen(string Nickname) : PersistenceCommand;

    /// <summary>Open the users' database, at the first start only. Answered by <see cref="PersistenceEvent.Ready"/> or <see cref="PersistenceEvent.Unavailable"/>.</summary>
    internal sealed record OpenUsers : PersistenceCommand;

    /// <summary>Write down what is left, messages and users, and close. Answered to the parent, by <see cref="PersistenceEvent.Closed"/>.</summary>
    /// <param name="Limit">How long the users' database may take; who is not written down by then is logged.</param>
    internal sealed record Close(TimeSpan Limit) : PersistenceCommand;
}
