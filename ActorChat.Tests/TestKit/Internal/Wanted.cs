using Akka.Actor;

namespace Akka.TestKit.Internal;

/// <summary>What the next message has to be like, besides its type.</summary>
/// <param name="What">In words, for the failure: "a message of type String".</param>
/// <param name="Flaw">Says in words what is wrong with a message, given its sender: "it came from [...]"; null where nothing is.</param>
/// <param name="Assertion">The test's own assertions; what they throw is the failure.</param>
internal sealed record Wanted<T>(string What, Func<T, IActorRef, string?>? Flaw = null, Action<T, IActorRef>? Assertion = null)
{
    public static Wanted<T> OfType(Func<T, IActorRef, string?>? flaw = null) => new(TypeText, flaw);

    public static Wanted<T> Standing(Action<T, IActorRef> assertion) => new($"{TypeText} that stands the assertions", null, assertion);

    public static Wanted<T> Fitting(Func<T, IActorRef, bool> fits) =>
        new($"{TypeText} that fits the predicate", (message, sender) => fits(message, sender) ? null : "the message does not fit");

    /// <summary>The same, of this sender.</summary>
    public Wanted<T> From(IActorRef expected) => new(
        $"{What} from {expected}",
        (message, sender) => sender.Equals(expected) ? Flaw?.Invoke(message, sender) : $"it came from {sender}",
        Assertion);

    private static string TypeText => $"a message of type {Shown.Name(typeof(T))}";
}
