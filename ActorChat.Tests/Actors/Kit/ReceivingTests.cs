using System.Collections;
using Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace ActorChat.Tests.Actors.Kit;

/// <summary>Taking messages without expecting particular ones.</summary>
public class ReceivingTests(ITestOutputHelper output) : ActorSpec(output)
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(50);

    [Fact]
    public void What_is_told_to_the_test_actor_is_there_at_once()
    {
        Assert.False(HasMessages);
        TestActor.Tell("hello", TestActor);
        Assert.True(HasMessages);
    }

    [Fact]
    public void A_message_that_is_only_looked_at_stays()
    {
        TellAll(TestActor, "a", "b");
        Assert.Equal("a", PeekOne(Patience));
        Assert.Equal("a", PeekOne(CancellationToken.None));
        Assert.True(TryPeekOne(out var envelope, Patience, CancellationToken.None));
        Assert.Equal(("a", TestActor), (envelope.Message, envelope.Sender));
        ExpectAll("a", "b");
        Assert.Null(PeekOne(Short));
        Assert.False(TryPeekOne(out _, Short, CancellationToken.None));
    }

    [Fact]
    public async Task Messages_can_be_awaited()
    {
        TellAll(TestActor, 1, 2);
        Assert.Equal(1, await PeekOneAsync(Patience));
        Assert.Equal(1, await ReceiveOneAsync(Patience));
        var (found, envelope) = await TryReceiveOneAsync(Patience);
        Assert.True(found);
        Assert.Equal(2, envelope.Message);
        Assert.False((await TryPeekOneAsync(Short, CancellationToken.None)).Item1);
    }

    [Fact]
    public void So_many_messages_are_received_or_the_test_fails()
    {
        TellAll(TestActor, 1, 2, 3);
        Assert.Equal([1, 2], ReceiveN(2).Cast<int>());
        Assert.ThrowsAny<XunitException>(() => ReceiveN(2, Short));
    }

    [Fact]
    public void A_series_ends_before_the_first_message_that_does_not_fit()
    {
        TellAll(TestActor, "a", "b", 3, "c");
        Assert.Equal(["a", "b"], ReceiveWhile<string>(message => (message as string)!, Patience));
        ExpectAll(3, "c");
    }

    [Fact]
    public void A_series_ends_when_there_are_enough_or_nothing_more_comes()
    {
        TellAll(TestActor, "a", "b", "c");
        Assert.Equal(["a", "b"], ReceiveWhile<string>(Patience, message => (string)message, 2));
        Assert.Equal(["c"], ReceiveWhile<string>(Patience, Short, message => (string)message));
    }

    [Fact]
    public void A_series_of_a_type_drops_others_or_ends_at_them()
    {
        TellAll(TestActor, 1, "x", 2, 9, 3);
        Assert.Equal([1, 2], ReceiveWhile<int>(number => number < 5, Patience));
        ExpectAll(9, 3);
        TellAll(TestActor, 1, "x", 2);
        Assert.Equal([1], ReceiveWhile<int>(_ => true, Patience, shouldIgnoreOtherMessageTypes: false));
        ExpectAll("x", 2);
    }

    [Fact]
    public async Task A_series_can_be_awaited()
    {
        TellAll(TestActor, 1, 2, 9);
        var numbers = new List<int>();
        await foreach (var number in ReceiveWhileAsync<int>(number => number < 5, Patience))
            numbers.Add(number);
        Assert.Equal([1, 2], numbers);
        ExpectMsg(9);
    }

    [Fact]
    public void Fishing_tells_what_it_has_dropped()
    {
        TellAll(TestActor, 1, "small", "big");
        var dropped = new ArrayList { "of before" };
        Assert.Equal("big", FishForMessage<string>(text => text.StartsWith('b'), dropped));
        Assert.Equal(new object[] { 1, "small" }, dropped.ToArray());
    }

    [Fact]
    public async Task A_time_without_messages_of_a_type_lets_all_others_pass()
    {
        TellAll(TestActor, 1, 2);
        await FishUntilMessageAsync<string>(Short);
        Assert.False(HasMessages);
        TellAll(TestActor, 1, "a");
        await Assert.ThrowsAnyAsync<XunitException>(() => FishUntilMessageAsync<string>(Patience));
    }

    [Fact]
    public async Task Silence_is_waited_for_through_a_number_of_messages()
    {
        TellAll(TestActor, 1, 2);
        Assert.Equal(new object[] { 1, 2 }, (await WaitForRadioSilenceAsync(Short, 2)).ToArray());
        TellAll(TestActor, 1, 2, 3);
        await Assert.ThrowsAnyAsync<XunitException>(() => WaitForRadioSilenceAsync(Short, 1));
    }
}
