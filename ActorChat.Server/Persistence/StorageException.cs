using ActorChat.Server.Errors;
using ActorChat.Server.Resources;

namespace ActorChat.Server.Persistence;

/// <summary>A write failed as a whole: nothing of it was stored.</summary>
/// <param name="failure">What kind of failure.</param>
/// <param name="message">The database's own words, for the log.</param>
/// <param name="cause">The driver's exception, where there was one.</param>
internal sealed class StorageException(StorageFailure failure, string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>What kind of failure it was.</summary>
    public StorageFailure Failure { get; } = failure;

    /// <summary>For the log, in the operator's language.</summary>
    public string Describe(Texts texts) => this switch
    {
        { Failure: StorageFailure.Gone } => texts.DatabaseFileGone,
        { Failure: StorageFailure.TableChanged } => texts.TableChanged(Message),
        { InnerException: { } cause, Failure: StorageFailure.Unreachable } => SystemErrors.Describe(cause, texts, texts.NoMySqlAnswer),
        { InnerException: { } cause } => SystemErrors.Describe(cause, texts),
        _ => Message,
    };
}
