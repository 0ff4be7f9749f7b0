using Akka.Actor;

namespace Akka.TestKit;

/// <summary>
/// Answers in the name of a test actor: called with each message before the test sees it, on the test actor's thread of work. Each call
/// gives the pilot for the next message.
/// </summary>
public abstract class AutoPilot
{
    /// <summary>For the kinds of pilots.</summary>
    protected AutoPilot()
    {
    }

    /// <summary>From the next message on there is no pilot.</summary>
    public static NoAutoPilot NoAutoPilot => NoAutoPilot.Instance;

    /// <summary>The pilot that returns this is also there for the next message.</summary>
    public static KeepRunning KeepRunning => KeepRunning.Instance;

    /// <summary>Works on a message.</summary>
    /// <param name="sender">Its sender.</param>
    /// <param name="message">The message, which the test receives all the same.</param>
    /// <returns>The pilot for the next message: itself, another one, <see cref="KeepRunning"/> or <see cref="NoAutoPilot"/>.</returns>
    public abstract AutoPilot Run(IActorRef sender, object message);
}
