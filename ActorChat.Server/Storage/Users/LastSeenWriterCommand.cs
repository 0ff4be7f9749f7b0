namespace ActorChat.Server.Storage.Users;

/// <summary>What <see cref="LastSeenWriterActor"/> is told.</summary>
internal abstract record LastSeenWriterCommand
{
    private LastSeenWriterCommand()
    {
    }

    /// <summary>Open the database for the first time. Answered by <see cref="LastSeenWriterEvent.Opened"/> or <see cref="LastSeenWriterEvent.NotOpened"/>.</summary>
    internal sealed record Open : LastSeenWriterCommand;

    /// <summary>Write these down. Answered by <see cref="LastSeenWriterEvent.Written"/> or <see cref="LastSeenWriterEvent.NotWritten"/>.</summary>
    /// <param name="Users">Not empty; each nickname once.</param>
    internal sealed record Write(IReadOnlyList<LastSeen> Users) : LastSeenWriterCommand
    {
        /// <summary>Shows no nicknames.</summary>
        public override string ToString() => $"Write {{ Count = {Users.Count} }}";
    }
}
