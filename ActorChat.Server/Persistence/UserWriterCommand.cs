namespace ActorChat.Server.Persistence;

/// <summary>What <see cref="UserWriterActor"/> is told.</summary>
internal abstract record UserWriterCommand
{
    private UserWriterCommand()
    {
    }

    /// <summary>Open the database, for the first time. Answered by <see cref="UserWriterEvent.Opened"/> or <see cref="UserWriterEvent.NotOpened"/>.</summary>
    internal sealed record Open : UserWriterCommand;

    /// <summary>Write these down. Answered by <see cref="UserWriterEvent.Written"/> or <see cref="UserWriterEvent.NotWritten"/>.</summary>
    /// <param name="Users">Not empty; each nickname once.</param>
    internal sealed record Write(IReadOnlyList<UserSighting> Users) : UserWriterCommand
    {
        /// <summary>For the log: how many.</summary>
        public override string ToString() => $"Write {{ Count = {Users.Count} }}";
    }
}
