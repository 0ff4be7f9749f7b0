namespace Akka.IO;

/// <summary>What a listener does when accepting has failed.</summary>
internal enum AcceptAnswer
{
    /// <summary>Accept the next one at once.</summary>
    Next,

    /// <summary>Say so, wait a little, and try again.</summary>
    Pause,

    /// <summary>Say so and end.</summary>
    Fail,

    /// <summary>Nothing: the listener has ended already.</summary>
    Leave,
}
