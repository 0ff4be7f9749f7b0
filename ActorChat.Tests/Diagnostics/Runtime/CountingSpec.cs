using ActorChat.Server.Diagnostics.Runtime;
using Akka.Actor;
using Akka.TestKit.Xunit2;

namespace ActorChat.Tests.Diagnostics.Runtime;

/// <summary>A system of its own whose mailboxes count, as the server's do.</summary>
public abstract class CountingSpec : TestKit
{
    /// <summary>The collection of those who measure working time: that is done for the whole process or not at all.</summary>
    internal const string MeasuresTime = "working time";

    // Each message ends a run, so that no figure rests on the mailbox having been found empty.
    internal const string Hocon = """
        akka.loggers = []
        akka.loglevel = OFF
        akka.stdout-loglevel = OFF
        akka.log-dead-letters = off
        akka.actor.default-dispatcher.throughput = 1
        akka.actor.default-mailbox.mailbox-type = "ActorChat.Server.Diagnostics.Runtime.CountingMailbox, actorchat-server"
        akka.actor.mailbox.unbounded-queue-based.mailbox-type = "ActorChat.Server.Diagnostics.Runtime.CountingMailbox, actorchat-server"
        akka.test.single-expect-default = 30s
        pinned.type = PinnedDispatcher
        """;

    private readonly ManualResetEventSlim _gate = new();

    protected CountingSpec()
        : base(Hocon, $"counted-{Guid.NewGuid():N}")
    {
    }

    protected override void AfterAll()
    {
        OpenGate();
        base.AfterAll();
        _gate.Dispose();
    }

    /// <summary>Lets those go on that stay in their message.</summary>
    protected void OpenGate() => _gate.Set();

    /// <summary>Makes an actor that answers each message with itself.</summary>
    protected IActorRef MakeEcho() => Make((context, message) => context.Sender.Tell(message));

    /// <summary>Makes an actor that says that it is at its first message, and stays there.</summary>
    protected IActorRef MakeStaying() => Make(Stay);

    /// <summary>What such an actor does.</summary>
    protected void Stay(IActorContext context, object message)
    {
        context.Sender.Tell("here");
        _gate.Wait();
    }

    protected IActorRef Make(Action<IActorContext, object> onMessage, string? name = null) => Sys.ActorOf(Scripted(onMessage), name);

    protected static Props Scripted(Action<IActorContext, object> onMessage) => Props.Create<ScriptedActor>(onMessage);

    /// <summary>The actor as it is seen now; null when it is not.</summary>
    private protected ActorView? See(IActorRef actor) => See(actor.Path.ToStringWithoutAddress());

    private protected ActorView? See(string path) => RuntimeInspector.Take(Sys).WithPaths().SingleOrDefault(found => found.Path == path).Actor;

    protected sealed class ScriptedActor : UntypedActor
    {
        private readonly Action<IActorContext, object> _onMessage;

        public ScriptedActor(Action<IActorContext, object> onMessage) => _onMessage = onMessage;

        protected override void OnReceive(object message) => _onMessage(Context, message);
    }
}
