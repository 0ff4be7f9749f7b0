using ActorChat.Benchmarks.Load.Figures;

namespace ActorChat.Tests.Benchmarks;

/// <summary>Members 0 and 1 speak; 2 and 3 only read.</summary>
public class DeliveryCheckTests
{
    private readonly DeliveryCheck _check = new(receivers: 4, senders: 2);

    [Fact]
    public void What_comes_once_and_in_order_is_a_delivery_and_nothing_else()
    {
        Hear(2, (0, 0), (1, 0), (0, 1));
        Assert.Equal((3, 0, 0), (_check.Delivered, _check.Reordered, _check.Doubled));
        Assert.Equal(0, _check.Lost([2], [2, 1]));
    }

    [Fact]
    public void What_never_comes_is_lost_to_those_who_were_there()
    {
        Hear(2, (0, 0), (0, 2));
        Hear(3, (0, 0), (0, 1), (0, 2));
        Assert.Equal(1, _check.Lost([2, 3], [3, 0]));
        Assert.Equal(3, _check.Lost([2, 3], [4, 0]));
        Assert.Equal(0, _check.Lost([3], [3, 0]));
    }

    [Fact]
    public void A_sender_does_not_miss_its_own_messages()
    {
        Hear(0, (1, 0));
        Assert.Equal(0, _check.Lost([0], [7, 1]));
    }

    [Fact]
    public void What_comes_after_a_later_one_is_reordered_and_not_lost()
    {
        Hear(2, (0, 1), (0, 2), (0, 0));
        Assert.Equal((3, 1, 0), (_check.Delivered, _check.Reordered, _check.Doubled));
        Assert.Equal(0, _check.Lost([2], [3, 0]));
    }

    [Fact]
    public void What_comes_again_is_doubled_and_no_delivery()
    {
        Hear(2, (0, 1), (0, 0), (0, 2));
        Assert.False(_check.Take(2, 0, 0));
        Assert.False(_check.Take(2, 0, 2));
        Assert.Equal((3, 1, 2), (_check.Delivered, _check.Reordered, _check.Doubled));
    }

    [Fact]
    public void Two_senders_messages_in_different_orders_are_two_orders()
    {
        Hear(2, (0, 0), (1, 0), (0, 1));
        Hear(3, (1, 0), (0, 0), (0, 1));
        Assert.Equal(2, _check.Orders([2, 3]));
        Assert.Equal(1, _check.Orders([2]));
        Assert.Equal(0, _check.Orders([]));
        Assert.Equal((0, 0), (_check.Reordered, _check.Doubled));
    }

    [Fact]
    public void The_same_order_is_one_order()
    {
        Hear(2, (0, 0), (1, 0), (0, 1));
        Hear(3, (0, 0), (1, 0), (0, 1));
        Assert.Equal(1, _check.Orders([2, 3]));
    }

    [Fact]
    public void A_huge_gap_is_counted_whole_although_it_is_not_remembered_whole()
    {
        Hear(2, (0, 3_000_000));
        Assert.Equal(3_000_000, _check.Lost([2], [3_000_001, 0]));
    }

    [Fact]
    public void A_room_is_checked_by_itself()
    {
        var check = new DeliveryCheck(receivers: 5, senders: 2, rooms: 2);
        Assert.Equal((2, 1), (check.Listeners(0), check.Listeners(1)));
        Assert.True(check.Take(2, 0, 0) && check.Take(4, 0, 0) && check.Take(3, 1, 0));
        Assert.Equal(0, check.Lost([0, 1, 2, 3, 4], [1, 1]));
        Assert.Equal(1, check.Lost([0, 1, 2, 3, 4], [1, 2]));
        Assert.Equal(1, check.Orders([2, 3, 4]));
    }

    private void Hear(int receiver, params (int Sender, uint Sequence)[] messages)
    {
        foreach (var (sender, sequence) in messages)
            Assert.True(_check.Take(receiver, sender, sequence));
    }
}
