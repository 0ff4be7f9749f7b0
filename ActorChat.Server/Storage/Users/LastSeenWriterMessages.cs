namespace ActorChat.Server.Storage.Users;

/// <summary>Tells <see cref="LastSeenWriterActor"/> to write users, each once. Answered by a <see cref="LastSeenWriterEvent"/>.</summary>
internal sealed record WriteLastSeen(IReadOnlyList<LastSeen> Users)
{
    /// <summary>Shows no nicknames.</summary>
    public override string ToString() => $"{nameof(WriteLastSeen)} {{ Count = {Users.Count} }}";
}

internal abstract record LastSeenWriterEvent
{
    private LastSeenWriterEvent()
    {
    }

    /// <summary>The list is on disk, except for those that were left out for ever; mostly none.</summary>
    internal sealed record Written(IReadOnlyList<UnfitUser> Unfit) : LastSeenWriterEvent
    {
        /// <summary>Shows no nicknames.</summary>
        public override string ToString() => $"Written {{ Unfit = {Unfit.Count} }}";
    }

    /// <summary>The list may not be on disk, for a reason in the database's words. Writing it again does no harm.</summary>
    internal sealed record NotWritten(string Reason) : LastSeenWriterEvent;
}

/// <summary>A user that does not fit into the table, with the database's reason.</summary>
internal sealed record UnfitUser(string Nickname, string Reason);
