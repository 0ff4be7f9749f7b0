using System.Net;
using Akka.Actor;

namespace ActorChat.Server.Persistence;

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
        : PersistenceCommand;

    /// <summary>Note that a user is here now. Not answered: the chat does not wait for it.</summary>
    /// <param name="Nickname">The nickname, as its user spelt it.</param>
    internal sealed record SawUser(string Nickname) : PersistenceCommand;

    /// <summary>Write down what is left, messages and users, and stop.</summary>
    internal sealed record Close : PersistenceCommand;
}
