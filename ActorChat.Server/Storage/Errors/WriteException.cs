using ActorChat.Server.Errors;
using ActorChat.Server.Resources;

namespace ActorChat.Server.Storage.Errors;

/// <summary>A write failed as a whole.</summary>
/// <param name="failure">What kind of failure.</param>
/// <param name="message">The database's own words, for the log.</param>
/// <param name="cause">The driver's exception, where there was one.</param>
internal sealed class WriteException(WriteError failure, string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>What kind of failure it was.</summary>
    public WriteError Error { get; } = failure;

    /// <summary>For the log, in the operator's language.</summary>
    public string Describe(Texts texts) => this switch
    {
        { Error: WriteError.Gone } => texts.DatabaseFileGone,
        { Error: WriteError.TableChanged } => texts.TableChanged(Message),
        { InnerException: { } cause, Error: WriteError.Unreachable } => SystemErrors.Describe(cause, texts, texts.NoMySqlAnswer),
        { InnerException: { } cause } => SystemErrors.Describe(cause, texts),
        _ => Message,
    };
}
