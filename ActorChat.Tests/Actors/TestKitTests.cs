using Akka.Event;
using Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace ActorChat.Tests.Actors;

/// <summary>The test kit itself: above all, that expectations that are not met fail.</summary>
public class TestKitTests(ITestOutputHelper output) : ActorSpec(output, "akka.loglevel = DEBUG")
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(100);

    [Fact]
    public void An_expectation_takes_the_next_message_and_knows_its_sender()
    {
        var probe = CreateTestProbe();
        TestActor.Tell("hello", probe);
        Assert.Equal("hello", ExpectMsg<string>());
        Assert.Equal(probe.Ref, LastSender);
    }

    [Fact]
    public void A_message_that_does_not_come_fails_the_test() => Assert.ThrowsAny<XunitException>(() => ExpectMsg<string>(Short));

    [Fact]
    public void A_message_of_another_type_or_value_fails_the_test()
    {
        TestActor.Tell(1, TestActor);
        TestActor.Tell("other", TestActor);
        Assert.ThrowsAny<XunitException>(() => ExpectMsg<string>());
        Assert.ThrowsAny<XunitException>(() => ExpectMsg("this"));
    }

    [Fact]
    public void A_message_of_another_sender_fails_the_test()
    {
        TestActor.Tell("hello", TestActor);
        Assert.ThrowsAny<XunitException>(() => ExpectMsgFrom<string>(CreateTestProbe()));
    }

    [Fact]
    public void Silence_is_broken_by_any_message()
    {
        ExpectNoMsg(Short);
        TestActor.Tell("noise", TestActor);
        Assert.ThrowsAny<XunitException>(() => ExpectNoMsg(Patience));
    }

    [Fact]
    public void All_of_some_messages_may_come_in_any_order_but_none_beside_them()
    {
        foreach (var number in (int[])[2, 1, 3, 4])
            TestActor.Tell(number, TestActor);
        Assert.Equal([2, 1], ExpectMsgAllOf(1, 2));
        Assert.ThrowsAny<XunitException>(() => ExpectMsgAllOf(3, 5));
    }

    [Fact]
    public void Fishing_drops_what_does_not_fit()
    {
        foreach (var message in (object[])[1, "small", "big"])
            TestActor.Tell(message, TestActor);
        Assert.Equal("big", FishForMessage<string>(text => text.StartsWith('b')));
        Assert.ThrowsAny<XunitException>(() => FishForMessage(_ => true, Short));
    }

    [Fact]
    public async Task Waiting_without_a_thread_works_the_same()
    {
        TestActor.Tell("hello", TestActor);
        Assert.Equal("hello", await ExpectMsgAsync<string>());
        await Assert.ThrowsAnyAsync<XunitException>(async () => await ExpectMsgAsync<string>(Short));
    }

    [Fact]
    public void A_block_with_a_limit_ends_the_expectations_in_it() =>
        Assert.ThrowsAny<XunitException>(() => Within(Short, () => ExpectMsg<string>(Patience)));

    [Fact]
    public void Ignored_messages_are_not_received_until_they_are_wanted_again()
    {
        IgnoreMessages<int>();
        TestActor.Tell(1, TestActor);
        TestActor.Tell("a", TestActor);
        ExpectMsg("a");
        IgnoreNoMessages();
        TestActor.Tell(2, TestActor);
        ExpectMsg(2);
    }

    [Fact]
    public void A_probe_answers_and_forwards()
    {
        var probe = CreateTestProbe();
        probe.Ref.Tell("question", TestActor);
        probe.ExpectMsg("question");
        probe.Reply("answer");
        ExpectMsgFrom(probe, "answer");

        probe.Forward(TestActor);
        ExpectMsgFrom(TestActor, "question");
    }

    [Fact]
    public void An_event_filter_counts_what_is_logged()
    {
        EventFilter.Info("one").ExpectOne(() => Log.Info("one"));
        EventFilter.Warning(contains: "w").Expect(2, () =>
        {
            Log.Warning("two");
            Log.Warning("twice");
        });
        Assert.ThrowsAny<XunitException>(() => EventFilter.Info("one").ExpectOne(Short, () => Log.Info("other")));
    }

    [Fact]
    public void An_event_filter_sees_exceptions_and_dead_letters()
    {
        EventFilter.Exception<InvalidOperationException>("broken").ExpectOne(() => Log.Error(new InvalidOperationException("broken"), "it is"));
        EventFilter.DeadLetter<string>().ExpectOne(() => Sys.DeadLetters.Tell("lost", TestActor));
    }
}
