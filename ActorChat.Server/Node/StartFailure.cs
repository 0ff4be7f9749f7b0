using ActorChat.Server.Net;
using ActorChat.Server.Persistence;

namespace ActorChat.Server.Node;

/// <summary>Why a node could not be started.</summary>
internal abstract record StartFailure
{
    private StartFailure()
    {
    }

    /// <summary>The database cannot be opened.</summary>
    internal sealed record Storage(StorageUnavailableException Cause) : StartFailure;

    /// <summary>Ports cannot be opened: all that failed, at least one.</summary>
    internal sealed record Ports(IReadOnlyList<PortFailure> Failures) : StartFailure;
}
