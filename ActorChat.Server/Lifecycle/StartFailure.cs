using ActorChat.Server.Storage.Errors;
using ActorChat.Server.Transport.Listening;

namespace ActorChat.Server.Lifecycle;

/// <summary>The reasons why the server could not be started.</summary>
internal abstract record StartFailure
{
    private StartFailure() { }

    /// <summary>The database cannot be opened.</summary>
    internal sealed record Storage(OpenException Cause) : StartFailure;

    /// <summary>Ports cannot be opened. Lists all failures, at least one.</summary>
    internal sealed record Ports(IReadOnlyList<PortFailure> Failures) : StartFailure;
}
