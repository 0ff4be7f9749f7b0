namespace ActorChat.Server.Diagnostics.Runtime;

/// <summary>What the TCP layer has done since the system began.</summary>
/// <param name="Accepted">Connections accepted.</param>
/// <param name="Refused">Attempts to accept one that failed, those included that succeeded later.</param>
/// <param name="Closed">Accepted connections that have ended.</param>
internal sealed record TcpTotals(long Accepted, long Refused, long Closed)
{
    public static TcpTotals operator +(TcpTotals left, TcpTotals right) =>
        new(left.Accepted + right.Accepted, left.Refused + right.Refused, left.Closed + right.Closed);

    /// <summary>The same, without open connections.</summary>
    public TcpTotals AllClosed() => this with { Closed = Accepted };
}
