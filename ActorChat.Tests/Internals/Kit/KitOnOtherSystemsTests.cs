using ActorChat.Tests.Actors;
using Akka.Actor;
using Akka.Event;
using Akka.TestKit;
using Akka.TestKit.Xunit2;
using Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace ActorChat.Tests.Internals.Kit;

public class KitOnOtherSystemsTests(ITestOutputHelper output) : ActorSpec(output)
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(50);

    [Fact]
    public void A_kit_needs_none_of_its_settings_in_a_system_that_others_made()
    {
        using var system = ActorSystem.Create("bare");
        using var kit = new TestKit(system);
        var actor = kit.ActorOfAsTestActorRef<Echo>();
        actor.Ref.Tell("hello", kit.TestActor);
        Assert.True(kit.HasMessages);
        kit.ExpectMsg("hello");
    }

    [Fact]
    public void A_test_can_begin_anew_on_another_system()
    {
        var (first, last) = (Sys, TestActor);
        InitializeTest(null, Akka.Configuration.Config.Empty, "second", "again");
        try
        {
            Assert.Equal(("second", "again"), (Sys.Name, TestActor.Path.Name));
            TestActor.Tell("hello", last);
            ExpectMsg("hello");
        }
        finally
        {
            Shutdown(first);
        }
    }

    [Theory]
    [InlineData("akka://test/user/talker")]
    [InlineData("/user/talker")]
    public void A_filter_knows_an_actor_by_its_path(string source)
    {
        var talker = Scripted((context, message) => context.GetLogger().Info((string)message), "talker");
        EventFilter.Info("hello", source: source).ExpectOne(() =>
        {
            Log.Info("hello");
            talker.Tell("hello", TestActor);
        });
        EventFilter.Info("hello", source: talker.ToString()).ExpectOne(() => talker.Tell("hello", TestActor));
    }

    [Fact]
    public void A_probe_makes_no_probes() => Assert.Throws<NotSupportedException>(() => CreateTestProbe().CreateTestProbe());

    [Fact]
    public void A_block_may_end_with_the_silence_that_it_waits_for()
    {
        Within(Short, () => ExpectNoMsg());
        Within(Short, () => Assert.Empty(ReceiveWhile<string>(message => message as string)));
    }

    [Fact]
    public void A_pilot_that_fails_does_not_take_the_test_actor_with_it()
    {
        SetAutoPilot(new DelegateAutoPilot((_, _) => throw Failure()));
        EventFilter.Exception<InvalidOperationException>().ExpectOne(() => TestActor.Tell("crash", TestActor));
        TestActor.Tell("hello", TestActor);
        ExpectMsg("hello");
    }

    [Fact]
    public void A_latch_can_be_opened_by_many_at_once()
    {
        var latch = CreateTestLatch(1000);
        Parallel.Invoke(latch.Open, latch.Open, latch.Open, latch.Open);
        Assert.True(latch.IsOpen);
        Assert.ThrowsAny<InvalidOperationException>(latch.CountDown);
    }

    [Fact]
    public void A_missed_condition_is_told_to_who_wants_to_know()
    {
        var told = string.Empty;
        Assert.False(InternalAwaitCondition(() => false, Short, null, (format, args) => told = string.Format(null, format, args)));
        Assert.Contains("0.05 s", told, StringComparison.Ordinal);
        Assert.ThrowsAny<XunitException>(() => AwaitCondition(() => false, Short));
    }
}
