using ActorChat.Server.Storage.Errors;
using Akka.Actor;

namespace ActorChat.Server.Storage.Users;

/// <summary>What <see cref="LastSeenWriterActor"/> tells its parent.</summary>
internal abstract record LastSeenWriterEvent
{
    private LastSeenWriterEvent()
    {
    }

    /// <summary>The database is open.</summary>
    /// <param name="Caution">What the operator should mend all the same, for the log; mostly null.</param>
    internal sealed record Opened(string? Caution) : LastSeenWriterEvent;

    /// <summary>The database cannot be opened.</summary>
    internal sealed record NotOpened(OpenException Reason) : LastSeenWriterEvent, INoSerializationVerificationNeeded;

    /// <summary>The list is on disk.</summary>
    /// <param name="Unfit">Those that the table has no room for, and the database's words for it; never written, mostly none.</param>
    internal sealed record Written(IReadOnlyList<(string Nickname, string Reason)> Unfit) : LastSeenWriterEvent
    {
        /// <summary>Shows no nicknames.</summary>
        public override string ToString() => $"Written {{ Unfit = {Unfit.Count} }}";
    }

    /// <summary>The list may not be on disk; writing it again does no harm.</summary>
    /// <param name="Reason">The database's words, for the log.</param>
    internal sealed record NotWritten(string Reason) : LastSeenWriterEvent;
}
