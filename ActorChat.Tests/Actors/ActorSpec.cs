using Akka.Actor;
using Akka.Configuration;
using Akka.TestKit.Xunit2;
using Xunit.Abstractions;

namespace ActorChat.Tests.Actors;

/// <summary>
/// The base of specs of actors. They only use what Akka.NET has too, and so judge both. Expectations wait long, because a loaded
/// machine must not fail a spec; none of them is about time.
/// </summary>
public abstract class ActorSpec : TestKit
{
    private const string PatientSettings = """
        akka.test.single-expect-default = 30s
        akka.test.default-timeout = 30s
        akka.test.filter-leeway = 30s
        """;

    /// <summary>A spec on a system of its own.</summary>
    /// <param name="output">Where its log goes.</param>
    /// <param name="config">Settings, in HOCON, ahead of the usual ones.</param>
    protected ActorSpec(ITestOutputHelper output, string config = "")
        : base(ConfigurationFactory.ParseString(config).WithFallback(ConfigurationFactory.ParseString(PatientSettings)), output: output)
    {
    }

    /// <summary>How long a spec waits where it has to name a time.</summary>
    protected static TimeSpan Patience => TimeSpan.FromSeconds(30);

    /// <summary>The failure that specs send to actors that throw what they are sent.</summary>
    protected static Exception Failure(string text = "asked to") => new InvalidOperationException(text);

    /// <summary>Makes an actor that watches nobody and does what the function says, told the context with each message.</summary>
    protected IActorRef Scripted(Action<IActorContext, object> onMessage, string? name = null) =>
        Sys.ActorOf(Props.Create(() => new ScriptedActor(onMessage)), name);

    /// <summary>Makes an actor that makes children and supervises them each on its own.</summary>
    protected IActorRef Supervising(Func<Exception, Directive> decide, string? name = null) => Supervising(new OneForOneStrategy(decide), name);

    /// <summary>Makes an actor that makes children and supervises them.</summary>
    protected IActorRef Supervising(SupervisorStrategy strategy, string? name = null) =>
        Sys.ActorOf(Props.Create(() => new Parent(strategy)), name);

    /// <summary>Asks an actor that makes a child of each <see cref="Props"/> it is sent for such a child.</summary>
    protected IActorRef ChildOf(IActorRef parent, Props props)
    {
        var probe = CreateTestProbe();
        parent.Tell(props, probe);
        return probe.ExpectMsg<IActorRef>();
    }

    /// <summary>Tells an actor some messages, one after the other, from the test actor.</summary>
    protected void TellAll(IActorRef actor, params object[] messages)
    {
        foreach (var message in messages)
            actor.Tell(message, TestActor);
    }

    /// <summary>Expects exactly these messages next, in this order.</summary>
    protected void ExpectAll(params object[] messages)
    {
        foreach (var message in messages)
            ExpectMsg(message);
    }
}
