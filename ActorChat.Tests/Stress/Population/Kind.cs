namespace ActorChat.Tests.Stress.Population;

/// <summary>What a worker does with a message, beside counting it.</summary>
internal enum Kind
{
    /// <summary>Nothing.</summary>
    Plain,

    /// <summary>Sends one to its neighbour.</summary>
    Relay,

    /// <summary>Starts its timer anew.</summary>
    StartTimer,

    /// <summary>Cancels its timer.</summary>
    CancelTimer,

    /// <summary>Changes its behaviour.</summary>
    Become,

    /// <summary>Fails, and goes on.</summary>
    Resume,

    /// <summary>Fails, and is restarted.</summary>
    Restart,

    /// <summary>Fails, and is stopped.</summary>
    Stop,

    /// <summary>Fails, and its supervisor with it.</summary>
    Escalate,

    /// <summary>Stops itself.</summary>
    Leave,
}
