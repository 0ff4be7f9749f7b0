namespace ActorChat.Server.Net;

/// <summary>What every connection can be told.</summary>
internal abstract record ConnectionCommand
{
    private ConnectionCommand()
    {
    }

    /// <summary>The server stops: finish what was received, say so to the client, and end.</summary>
    internal sealed record Finish : ConnectionCommand;
}
