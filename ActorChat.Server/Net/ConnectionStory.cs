using System.Net;

namespace ActorChat.Server.Net;

/// <summary>What the log tells of a connection when it ends.</summary>
/// <param name="peer">Who connected.</param>
internal sealed class ConnectionStory(IPEndPoint peer)
{
    /// <summary>Who connected, as text.</summary>
    public string Peer { get; } = peer.ToString();

    /// <summary>The nickname; null when there is none.</summary>
    public string? Nickname { get; set; }

    /// <summary>How many messages it sent.</summary>
    public long Messages { get; set; }

    /// <summary>How many bytes it sent.</summary>
    public long Bytes { get; set; }

    /// <summary>Why it ends; null while it does not.</summary>
    public string? EndReason { get; set; }
}
