using System.Net;
using ActorChat.Server.Resources;
using ActorChat.Server.Telemetry;

namespace ActorChat.Server.Transport.Connections;

/// <summary>Per-connection statistics, for the log's lines and for diagnostics.</summary>
internal sealed class ConnectionStats(IPEndPoint peer, TimeProvider clock)
{
    private TimeSpan _lastReceivedAt = clock.Now();

    public string Peer { get; } = peer.ToString();

    /// <summary>The nickname; null before login.</summary>
    public string? Nickname { get; set; }

    public long Messages { get; set; }

    public long Bytes { get; private set; }

    /// <summary>The time since the client last sent bytes, or connected.</summary>
    public TimeSpan IdleFor => clock.Now() - _lastReceivedAt;

    /// <summary>The reason of the end, for the log; null until known.</summary>
    public string? EndReason { get; set; }

    /// <summary>Makes the log line for the start.</summary>
    public StructuredMessage Started(string connection, Texts texts) => new(
        texts.ConnectionStarted(Peer), (StructuredMessage.Connection, connection), (StructuredMessage.Address, Peer));

    /// <summary>Makes the log line for the end.</summary>
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

    public void OnReceived(int bytes)
    {
        Bytes += bytes;
        _lastReceivedAt = clock.Now();
    }
}
