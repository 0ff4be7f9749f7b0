using ActorChat.Server.Errors;
using ActorChat.Server.Resources;

namespace ActorChat.Server.Storage.Errors;

/// <summary>A write failed as a whole.</summary>
internal sealed class WriteException(WriteError failure, string message, Exception? cause = null) : Exception(message, cause)
{
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
