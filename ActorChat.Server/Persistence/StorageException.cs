namespace ActorChat.Server.Persistence;

/// <summary>A write failed as a whole: nothing of it was stored.</summary>
/// <param name="failure">What kind of failure.</param>
/// <param name="message">The database's own words, for the log.</param>
/// <param name="cause">The driver's exception.</param>
internal sealed class StorageException(StorageFailure failure, string message, Exception cause) : Exception(message, cause)
{
    /// <summary>What kind of failure it was.</summary>
    public StorageFailure Failure { get; } = failure;
}
