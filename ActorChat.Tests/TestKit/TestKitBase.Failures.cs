using System.Text;
using Akka.Actor;
using Akka.TestKit.Internal;

namespace Akka.TestKit;

/// <content>Failing: each message says what was expected and for how long, what came instead and from whom, and what waits behind it.</content>
public abstract partial class TestKitBase
{
    /// <summary>The seam to the test framework, for the parts of the kit.</summary>
    internal ITestKitAssertions Asserts => _assertions;

    /// <summary>Fails the test.</summary>
    /// <param name="what">What was expected, and what is wrong.</param>
    /// <param name="taken">What the expectation has taken.</param>
    private void Fail(string what, params IReadOnlyCollection<MessageEnvelope> taken)
    {
        var text = new StringBuilder("Failed: ").Append(what);
        Shown.Append(text, "Received:", taken);
        Shown.Append(text, "Waiting behind:", _messages.Waiting);
        _assertions.Fail("{0}", text.ToString());
    }

    private Wanted<T> EqualTo<T>(T expected) => new($"{Shown.Typed(expected)}", (actual, _) => DifferenceOf(expected, actual));

    private static Wanted<T> EqualTo<T>(T expected, Func<T, T, bool> comparer) => new(
        $"{Shown.Typed(expected)} by the given comparer", (actual, _) => comparer(expected, actual) ? null : "another message came");

    private static Wanted<Terminated> EndOf(IActorRef target) => new(
        $"the end (Terminated) of {target}", (terminated, _) => terminated.ActorRef.Equals(target) ? null : $"{terminated.ActorRef} ended");

    private static Wanted<T> OneOf<T>(IEnumerable<T> messages)
    {
        var all = messages.ToList();
        return new Wanted<T>($"one of {Shown.Of(all)}", (message, _) => all.Contains(message) ? null : "another message came");
    }

    // The framework decides what is equal, and says best where the difference is: collections are compared by their entries.
    private string? DifferenceOf<T>(T expected, T actual)
    {
        try
        {
            _assertions.AssertEqual(expected, actual);
            return null;
        }
        catch (Exception difference)
        {
            return "another message came: " + difference.Message.Trim();
        }
    }
}
