using ActorChat.Tests.Actors;
using Akka.Event;
using Akka.TestKit;
using Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace ActorChat.Tests.Internals.Kit;

/// <summary>What the failures of expectations tell: what was expected, what came instead and from whom, and what waits behind it.</summary>
public class FailureTextTests : ActorSpec
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(50);

    private readonly TestProbe _probe;

    public FailureTextTests(ITestOutputHelper output)
        : base(output) => _probe = CreateTestProbe("somebody");

    [Fact]
    public void Nothing_came() => Fails(
        () => ExpectMsg("this", Short, "the hint"),
        "expected <this> (String) (the hint) within 0.05 s, but nothing came");

    [Fact]
    public void Another_type_came()
    {
        Receive(1, 'x', "more");
        Fails(
            () => ExpectMsg<string>(Patience, "the hint"),
            "expected a message of type String (the hint), but a message of another type came",
            $"Received:{Environment.NewLine}  <1> (Int32) from {_probe.Ref}",
            "Waiting behind:",
            $"  <x> (Char) from {_probe.Ref}",
            $"  <more> (String) from {_probe.Ref}");
    }

    [Fact]
    public void Another_value_came()
    {
        Receive("other");
        Fails(() => ExpectMsg("this"), "expected <this> (String), but another message came", $"  <other> (String) from {_probe.Ref}");
    }

    [Fact]
    public void Another_collection_came()
    {
        Receive(new List<int> { 1, 3 });
        Fails(() => ExpectMsg(new List<int> { 1, 2 }), "expected [<1>, <2>] (List<Int32>)", "  [<1>, <3>] (List<Int32>) from");
    }

    [Fact]
    public void Equal_collections_are_no_failure()
    {
        Receive(new List<int> { 1, 2 });
        ExpectMsg(new List<int> { 1, 2 });
    }

    [Fact]
    public void The_predicate_does_not_fit()
    {
        Receive(1, 2);
        Fails(() => ExpectMsg<int>(number => number > 1, hint: "more than one"), "Int32 that fits the predicate (more than one), but the message does not fit", "<1> (Int32)");
        Fails(() => ExpectMsg<int>((_, sender) => sender.Equals(TestActor)), "Int32 that fits the predicate, but the message does not fit", "<2> (Int32)");
    }

    [Fact]
    public void The_comparer_finds_a_difference()
    {
        Receive("b");
        Fails(() => ExpectMsg("a", (one, other) => one == other), "expected <a> (String) by the given comparer", "<b> (String)");
    }

    [Fact]
    public void The_assertions_of_the_test_fail_as_they_are()
    {
        Receive(1);
        Fails(() => ExpectMsg<int>(number => Assert.Equal(2, number)), "Assert.Equal() Failure");
    }

    [Fact]
    public void Another_sender()
    {
        Receive("a", "b");
        Fails(() => ExpectMsgFrom(TestActor, "a"), $"expected <a> (String) from {TestActor}, but it came from {_probe.Ref}", "<a> (String)");
        Fails(() => ExpectMsgFrom<string>(sender => sender.Equals(TestActor), _ => true), "but its sender does not fit", $"from {_probe.Ref}");
    }

    [Fact]
    public void Another_end()
    {
        var (wanted, other) = (Scripted((_, _) => { }, "wanted"), Scripted((_, _) => { }, "other"));
        Watch(other);
        Sys.Stop(other);
        Fails(() => ExpectTerminated(wanted), $"expected the end (Terminated) of {wanted}, but {other} ended");
    }

    [Fact]
    public void None_of_several()
    {
        Receive("c");
        Fails(() => ExpectMsgAnyOf(["a", "b"]), "expected one of <a>, <b>", "<c> (String)");
    }

    [Fact]
    public void Some_of_several()
    {
        Receive("a", "x", "b");
        Fails(() => ExpectMsgAllOf("a", "b", "c"), "expected 3 messages in any order", "Missing: <c>", "Not expected: <x>");
        Receive(1);
        Fails(() => ExpectMsgAllOf(Short, 1, 2), "within 0.05 s", "Missing: <2>", "<1> (Int32)");
    }

    [Fact]
    public void Some_predicates()
    {
        Receive("a", 1);
        Assert.Equal(["a", 1], ExpectMsgAllOfMatchingPredicates(PredicateInfo.Create<int>(_ => true), PredicateInfo.Create<string>(text => text == "a")));
        Receive("a", 1);
        Fails(
            () => ExpectMsgAllOfMatchingPredicates(PredicateInfo.Create<int>(number => number > 1), PredicateInfo.Create<string>(_ => true)),
            "Missing: <a Int32 that fits its predicate>",
            "Not expected: <1>");
    }

    [Fact]
    public void Too_few_messages()
    {
        Receive(1);
        Fails(() => ReceiveN(2, Short), "expected 2 messages within 0.05 s, but only 1 came", "<1> (Int32)");
    }

    [Fact]
    public void No_silence()
    {
        Receive("noise");
        Fails(() => ExpectNoMsg(Patience), "expected no message for 30 s, but one came after", $"<noise> (String) from {_probe.Ref}");
    }

    [Fact]
    public void Nothing_to_fish()
    {
        Receive(1, "small");
        Fails(() => FishForMessage<string>(text => text == "big", Short, "a big one"), "fits the predicate (a big one) for 0.05 s, but none came", "<1> (Int32)", "<small> (String)");
    }

    [Fact]
    public async Task A_message_of_a_type_that_should_not_come()
    {
        Receive(1, "a");
        var failure = await Assert.ThrowsAnyAsync<XunitException>(() => FishUntilMessageAsync<string>(Patience));
        Assert.Contains("expected no message of type String for 30 s, but one came", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_time_that_is_told_is_the_time_that_was_waited()
    {
        var failure = Assert.ThrowsAny<XunitException>(() => Within(Short, () => ExpectMsg<string>(Patience)));
        Assert.Contains("but nothing came", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("30 s", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_condition_that_did_not_come_to_hold() => Fails(
        () => AwaitCondition(() => false, Short, "the hint"), "waited 0.05 s for a condition that did not come to hold (the hint)");

    [Fact]
    public void Long_queues_are_cut_short()
    {
        Receive([.. Enumerable.Range(0, 100).Cast<object>()]);
        Fails(() => ExpectMsg<string>(), "<1> (Int32)", "… and 79 more");
    }

    [Fact]
    public void A_format_in_a_message_does_no_harm()
    {
        Receive("{0} {1}");
        Fails(() => ExpectMsg("{2}"), "<{2}>", "<{0} {1}>");
    }

    [Fact]
    public void Missing_log_events() => Fails(
        () => EventFilter.Info("one").Expect(2, Short, () => EventFilter.Info("other").ExpectOne(() =>
        {
            // What is expected inside is seen last, so that both have been seen when the time of the outer expectation begins.
            Log.Info("one");
            Log.Info("other");
        })),
        "expected 2 log events within",
        "but 1 came",
        "Looked for: ",
        "Matched:",
        "Not matched");

    private static void Fails(Action expectation, params string[] contents)
    {
        var failure = Assert.ThrowsAny<XunitException>(expectation);
        foreach (var content in contents)
            Assert.Contains(content, failure.Message, StringComparison.Ordinal);
    }

    private void Receive(params object[] messages)
    {
        foreach (var message in messages)
            TestActor.Tell(message, _probe.Ref);
    }
}
