namespace ActorChat.Client.Net;

/// <summary>Why there is no connection: each calls for another remedy.</summary>
internal enum ConnectFailure
{
    /// <summary>The machine answers, but nothing listens on the port.</summary>
    Refused,

    /// <summary>The host name cannot be resolved.</summary>
    UnknownHost,

    /// <summary>No answer in time, no route, or the network forbids it.</summary>
    Unreachable,
}
