namespace ActorChat.Client.Net;

/// <summary>What came of an attempt to connect. A server that is not there is an ordinary outcome, not an exception.</summary>
internal abstract record ConnectOutcome
{
    private ConnectOutcome()
    {
    }

    /// <summary>Success; the receiver disposes the connection.</summary>
    public sealed record Connected(Connection Connection) : ConnectOutcome;

    /// <summary>No address of the host could be connected to.</summary>
    public sealed record Failed(ConnectFailure Why) : ConnectOutcome;
}
