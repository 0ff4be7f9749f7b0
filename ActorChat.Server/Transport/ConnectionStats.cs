using System.Net;
using ActorChat.Server.Resources;
using ActorChat.Server.Telemetry;

namespace ActorChat.Server.Transport;

/// <summary>What there is to tell of a connection: to the log when it ends, to the operator at any time.</summary>
/// <param name="peer">Who connected.</param>
/// <param name="clock">The clock.</param>
internal sealed class ConnectionStats(IPEndPoint peer, TimeProvider clock)
{
    private TimeSpan _lastReceivedAt = clock.Now();

    /// <summary>Who connected, as text.</summary>
    public string Peer { get; } = peer.ToString();

    /// <summary>The nickname; null when there is none.</summary>
    public string? Nickname { get; set; }

    /// <summary>How many messages it sent.</summary>
    public long Messages { get; set; }

    /// <summary>How many bytes it sent.</summary>
    public long Bytes { get; private set; }

    /// <summary>How long ago it last sent anything, or connected.</summary>
    public TimeSpan IdleFor => clock.Now() - _lastReceivedAt;

    /// <summary>Why it ends; null while it does not.</summary>
    public string? EndReason { get; set; }

    /// <summary>The whole story, for the log.</summary>
    /// <param name="connection">The connection's name.</param>
    /// <param name="texts">In which words.</param>
    public StructuredMessage Ended(string connection, Texts texts)
    {
        var reason = EndReason ?? texts.EndedByFailure(texts.SeeLogAbove);
        return new StructuredMessage(
            texts.ConnectionEnded(Peer, Nickname, Messages, Bytes, reason),
            (StructuredMessage.Connection, connection),
            (StructuredMessage.Address, Peer),
            (StructuredMessage.Nickname, Nickname),
            (nameof(Messages), Messages),
            (nameof(Bytes), Bytes),
            (StructuredMessage.Reason, reason));
    }

    /// <summary>It sent bytes.</summary>
    public void OnReceived(int bytes)
    {
        Bytes += bytes;
        _lastReceivedAt = clock.Now();
    }
}
