using System.Net;
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

    /// <summary>A port cannot be opened.</summary>
    internal sealed record Port(IPEndPoint EndPoint, Exception Cause) : StartFailure;
}
