namespace ActorChat.Tests.Internals.Exploration;

/// <summary>What others do to a mailbox, each at one stroke.</summary>
internal enum Operation
{
    /// <summary>Send a user message.</summary>
    Tell,

    /// <summary>Send a system message that suspends.</summary>
    Suspend,

    /// <summary>Send a system message that resumes.</summary>
    Resume,

    /// <summary>Send a system message that closes.</summary>
    Close,
}
