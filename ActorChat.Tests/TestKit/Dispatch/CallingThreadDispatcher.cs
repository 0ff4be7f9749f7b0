using Akka.Dispatch;

namespace Akka.TestKit;

/// <summary>
/// Runs actors on the thread that tells them something, before <c>Tell</c> returns; what is told to an actor that is at work already, on
/// any thread, is worked on there next. Such an actor must not wait for another one of them: nobody else would do its work.
/// </summary>
public sealed class CallingThreadDispatcher : MessageDispatcher
{
    /// <summary>The path of its settings.</summary>
    public new const string Id = "akka.test.calling-thread-dispatcher";

    /// <summary>The path of the settings for the dispatcher of test actors.</summary>
    internal const string TestActorId = "akka.test.test-actor.dispatcher";

    internal CallingThreadDispatcher(string id)
        : base(id, int.MaxValue)
    {
    }

    internal override void Execute(IThreadPoolWorkItem item) => item.Execute();
}
