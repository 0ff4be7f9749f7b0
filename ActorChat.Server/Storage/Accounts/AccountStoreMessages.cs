using ActorChat.Server.Storage.Errors;
using Akka.Actor;

namespace ActorChat.Server.Storage.Accounts;

/// <summary>The commands of <see cref="AccountStoreActor"/>, by way of <see cref="PersistenceActor"/>.</summary>
internal abstract record AccountStoreCommand
{
    private AccountStoreCommand()
    {
    }

    /// <summary>A command whose sender waits: answered by <see cref="AccountStoreEvent.Failed"/> where the database does not work.</summary>
    internal interface IAnswered
    {
        /// <summary>Returned in the answer.</summary>
        long Request { get; }

        IActorRef ReplyTo { get; }
    }

    /// <summary>Reads the names of all accounts. Answered by <see cref="AccountStoreEvent.NamesRead"/> or <see cref="AccountStoreEvent.Unavailable"/>.</summary>
    internal sealed record ReadNames(IActorRef ReplyTo) : AccountStoreCommand;

    /// <summary>Finds an account. Answered by <see cref="AccountStoreEvent.Found"/>.</summary>
    internal sealed record Find(string Key, long Request, IActorRef ReplyTo) : AccountStoreCommand, IAnswered;

    /// <summary>Adds an account. Answered by <see cref="AccountStoreEvent.Written"/>.</summary>
    internal sealed record Add(Account Account, long Request, IActorRef ReplyTo) : AccountStoreCommand, IAnswered;

    /// <summary>Replaces the hash of the password. Answered by <see cref="AccountStoreEvent.Written"/>.</summary>
    internal sealed record SetPassword(string Key, string Hash, long Request, IActorRef ReplyTo) : AccountStoreCommand, IAnswered
    {
        /// <summary>Shows no hash.</summary>
        public override string ToString() => $"SetPassword {{ Key = {Key} }}";
    }

    /// <summary>Removes an account. Answered by <see cref="AccountStoreEvent.Written"/>.</summary>
    internal sealed record Remove(string Key, long Request, IActorRef ReplyTo) : AccountStoreCommand, IAnswered;

    /// <summary>Notes a login, with a stronger hash unless it is null. Not answered.</summary>
    internal sealed record NoteLogin(string Key, long Instant, string? Hash) : AccountStoreCommand
    {
        /// <summary>Shows no hash.</summary>
        public override string ToString() => $"NoteLogin {{ Key = {Key} }}";
    }

    /// <summary>Keeps a private message until its recipient is back. Answered by <see cref="AccountStoreEvent.Kept"/> once it is durable.</summary>
    /// <param name="Message">The message.</param>
    /// <param name="Recipient">The recipient's name as shown, returned in the answer.</param>
    /// <param name="Request">Returned in the answer.</param>
    /// <param name="ReplyTo">Receives the answer.</param>
    internal sealed record Keep(WaitingMessage Message, string Recipient, long Request, IActorRef ReplyTo) : AccountStoreCommand, IAnswered
    {
        /// <summary>Shows no names.</summary>
        public override string ToString() => $"Keep {{ {Message} }}";
    }

    /// <summary>
    /// Reads what waits for an account. Answered by <see cref="AccountStoreEvent.Waiting"/>, or not at all where it cannot be read: then it
    /// goes on waiting.
    /// </summary>
    /// <param name="Key">The account.</param>
    /// <param name="Delivered">Messages up to this one are removed first: they were delivered. 0 for none.</param>
    /// <param name="ReplyTo">Receives the answer.</param>
    internal sealed record ReadWaiting(string Key, long Delivered, IActorRef ReplyTo) : AccountStoreCommand;
}

/// <summary>The answers of <see cref="AccountStoreActor"/>.</summary>
internal abstract record AccountStoreEvent
{
    private AccountStoreEvent()
    {
    }

    internal sealed record NamesRead(string[] Names) : AccountStoreEvent
    {
        /// <summary>Shows no names.</summary>
        public override string ToString() => $"NamesRead {{ Count = {Names.Length} }}";
    }

    /// <summary>The accounts cannot be read at the start.</summary>
    internal sealed record Unavailable(OpenException Reason) : AccountStoreEvent, INoSerializationVerificationNeeded;

    /// <param name="Request">The request.</param>
    /// <param name="Account">Null where there is none.</param>
    internal sealed record Found(long Request, Account? Account) : AccountStoreEvent;

    /// <summary>The request is durable; or (not done) it does not fit what is there: the account exists, or does not exist.</summary>
    internal sealed record Written(long Request, bool IsDone) : AccountStoreEvent;

    internal sealed record Kept(long Request, KeepResult Result, string Recipient) : AccountStoreEvent
    {
        /// <summary>Shows no names.</summary>
        public override string ToString() => $"Kept {{ Request = {Request}, Result = {Result} }}";
    }

    /// <summary>The oldest messages that wait, in order; none when that was all.</summary>
    internal sealed record Waiting(WaitingMessage[] Messages) : AccountStoreEvent
    {
        /// <summary>Shows no words of users.</summary>
        public override string ToString() => $"Waiting {{ Count = {Messages.Length} }}";
    }

    /// <summary>The database does not work; why stands in the log already.</summary>
    internal sealed record Failed(long Request) : AccountStoreEvent;
}
