using Akka.Actor;

namespace ActorChat.Server.Storage.History;

/// <summary>The commands of <see cref="HistoryActor"/>.</summary>
internal abstract record HistoryCommand
{
    private HistoryCommand()
    {
    }

    /// <summary>Reads a page. Answered by <see cref="HistoryEvent.Page"/> or <see cref="HistoryEvent.NotRead"/>.</summary>
    /// <param name="Room">The room, as stored.</param>
    /// <param name="From">Where the page begins.</param>
    /// <param name="Count">The most messages; positive.</param>
    /// <param name="ReplyTo">Receives the answer.</param>
    /// <param name="Request">Returned in the answer.</param>
    /// <param name="Until">When the asker stops waiting, as time since the zero of this process's clock.</param>
    internal sealed record Read(string Room, HistoryPosition From, int Count, IActorRef ReplyTo, long Request, TimeSpan Until) : HistoryCommand;
}

/// <summary>A place between two messages of a room, and a direction.</summary>
/// <param name="Number">The number of the message next to it, which is not read itself.</param>
/// <param name="IsForward">Whether to read later messages; otherwise earlier ones.</param>
internal readonly record struct HistoryPosition(long Number, bool IsForward)
{
    /// <summary>Reads the last messages.</summary>
    public static HistoryPosition End { get; } = new(long.MaxValue, IsForward: false);
}

/// <summary>The answers of <see cref="HistoryActor"/>.</summary>
internal abstract record HistoryEvent
{
    private HistoryEvent()
    {
    }

    /// <summary>A page.</summary>
    /// <param name="Request">The request.</param>
    /// <param name="Messages">Ordered by number; may be empty.</param>
    /// <param name="HasMore">Whether there is more in the direction asked for.</param>
    internal sealed record Page(long Request, StoredMessage[] Messages, bool HasMore) : HistoryEvent
    {
        /// <summary>Makes a page of what was read: one message more than asked for tells that there is more. Keeps at least one.</summary>
        public static Page Of(HistoryCommand.Read read, IReadOnlyList<StoredMessage> messages)
        {
            var nearest = read.From.IsForward ? messages : messages.Reverse();
            var kept = PageLimit.Count(nearest.Select(message => message.Content.Length), read.Count);
            var page = read.From.IsForward ? messages.Take(kept) : messages.Skip(messages.Count - kept);
            return new Page(read.Request, [.. page], HasMore: kept < messages.Count);
        }

        /// <summary>Shows no words of users.</summary>
        public override string ToString() => $"Page {{ Request = {Request}, Count = {Messages.Length} }}";
    }

    /// <summary>There is no page.</summary>
    internal sealed record NotRead(long Request, NotReadReason Reason) : HistoryEvent;
}

/// <summary>Why there is no page.</summary>
internal enum NotReadReason
{
    /// <summary>The database cannot be read; why stands in the log already.</summary>
    Unavailable,

    /// <summary>Too many requests wait.</summary>
    Busy,

    /// <summary>The asker has stopped waiting.</summary>
    Late,
}
