namespace ActorChat.Tests.Internals.Exploration;

/// <summary>What the handler and the peer of a connection do.</summary>
internal enum TcpStep
{
    /// <summary>The handler registers.</summary>
    Register,

    /// <summary>The handler writes a little, with an acknowledgement.</summary>
    Write,

    /// <summary>The handler writes more than the kernel takes, with an acknowledgement.</summary>
    WriteMuch,

    /// <summary>The handler stops reading.</summary>
    Suspend,

    /// <summary>The handler reads on.</summary>
    Resume,

    /// <summary>The handler closes.</summary>
    Close,

    /// <summary>The handler ends its side.</summary>
    ConfirmedClose,

    /// <summary>The handler aborts.</summary>
    Abort,

    /// <summary>The peer sends.</summary>
    PeerSends,

    /// <summary>The peer ends its side.</summary>
    PeerEnds,

    /// <summary>The peer resets the connection.</summary>
    PeerResets,
}
