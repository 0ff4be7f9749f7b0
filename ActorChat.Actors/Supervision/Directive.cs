namespace Akka.Actor;

/// <summary>What a supervisor does about a failed child.</summary>
public enum Directive
{
    /// <summary>Go on with the next message and the same state.</summary>
    Resume = 0,

    /// <summary>Replace the instance; the mailbox stays, the failing message is dropped.</summary>
    Restart = 1,

    /// <summary>Fail oneself with the same cause.</summary>
    Escalate = 2,

    /// <summary>Stop the child for good.</summary>
    Stop = 3,
}
