using ActorChat.Client.Net;

namespace ActorChat.Client.Confirmation;

/// <summary>What became of one message.</summary>
internal abstract record ConfirmationResult
{
    private ConfirmationResult()
    {
    }

    /// <summary>The server has answered that it has it.</summary>
    public sealed record Confirmed : ConfirmationResult;

    /// <summary>The server has answered that it has not; its answer, already shown, says why.</summary>
    public sealed record Refused : ConfirmationResult;

    /// <summary>No connection could be made: the message was not sent.</summary>
    public sealed record NotSent(ConnectFailure Why) : ConfirmationResult;

    /// <summary>The connection ended without a whole answer: the server may have the message or not.</summary>
    public sealed record Unanswered : ConfirmationResult;

    /// <summary>The user left before the answer came: the server may have the message or not.</summary>
    public sealed record Interrupted : ConfirmationResult;
}
