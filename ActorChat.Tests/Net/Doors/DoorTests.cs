using System.Net;
using ActorChat.Server.Net;
using ActorChat.Server.Net.Doors;
using ActorChat.Server.Net.Limits;
using Akka.Actor;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace ActorChat.Tests.Net.Doors;

public class DoorTests
{
    [Fact]
    public void Without_a_rate_everybody_comes_in_at_once_until_it_is_full()
    {
        var door = new Door(new DoorLimits(MaxConnections: 2));
        Assert.Null(door.Knock(From("192.0.2.1")));
        Assert.True(door.TryAdmit(TimeSpan.Zero, out _));
        Assert.Null(door.Knock(From("192.0.2.1")));
        Assert.True(door.TryAdmit(TimeSpan.Zero, out _));
        Assert.Equal(Limit.MaxConnections, door.Knock(From("192.0.2.1")));

        door.Leave(countedAs: null);
        Assert.Null(door.Knock(From("192.0.2.1")));
        Assert.Null(door.NextAt());
    }

    [Fact]
    public void Those_who_wait_count_for_the_caps()
    {
        var door = new Door(new DoorLimits(MaxConnections: 3) { MaxPerAddress = 2, AcceptsPerSecond = 1 });
        Assert.Null(door.Knock(From("192.0.2.1")));
        Assert.Null(door.Knock(From("192.0.2.1")));
        Assert.Equal(Limit.MaxConnectionsPerAddress, door.Knock(From("192.0.2.1")));
        Assert.Null(door.Knock(From("192.0.2.2")));
        Assert.Equal(Limit.MaxConnections, door.Knock(From("192.0.2.3")));
        Assert.Equal((0, 3), (door.Inside, door.Waiting));
    }

    [Fact]
    public void No_more_wait_than_can_come_in_within_five_seconds()
    {
        var door = new Door(new DoorLimits(MaxConnections: 1000) { AcceptsPerSecond = 3 });
        Assert.All(Enumerable.Range(0, 15), _ => Assert.Null(door.Knock(From("192.0.2.1"))));
        Assert.Equal(Limit.AcceptsPerSecond, door.Knock(From("192.0.2.1")));
        Assert.Equal(3, AdmitAll(door, TimeSpan.Zero).Count);
        Assert.Equal(12, AdmitAll(door, TimeSpan.FromSeconds(5)).Count + AdmitAll(door, TimeSpan.FromSeconds(10)).Count + AdmitAll(door, TimeSpan.FromSeconds(15)).Count + AdmitAll(door, TimeSpan.FromSeconds(20)).Count);
    }

    [Fact]
    public void Who_is_sent_away_is_counted_no_more()
    {
        var door = new Door(new DoorLimits(MaxConnections: 2) { MaxPerAddress = 2, AcceptsPerSecond = 1 });
        var both = new[] { From("192.0.2.1"), From("192.0.2.1") };
        Assert.All(both, one => Assert.Null(door.Knock(one)));
        Assert.Equal(both, door.SendAway());
        Assert.All(both, one => Assert.Null(door.Knock(one)));
    }

    [Fact]
    public void Whoever_may_wait_comes_in_in_order_not_faster_than_the_rate_and_within_five_seconds() =>
        Prop.ForAll(Gen.Choose(1, 20).ToArbitrary(), Gen.Choose(0, 200).ArrayOf(120).ToArbitrary(), (perSecond, gaps) =>
        {
            var door = new Door(new DoorLimits(MaxConnections: 10_000) { AcceptsPerSecond = perSecond });
            var came = new List<(ConnectionStart Start, TimeSpan At)>();
            var entered = new List<(ConnectionStart Start, TimeSpan At)>();
            var now = TimeSpan.Zero;
            foreach (var gap in gaps)
            {
                var arrival = now + TimeSpan.FromMilliseconds(gap);
                LetIn(door, arrival, entered);
                now = arrival;
                var newcomer = From("192.0.2.1");
                if (door.Knock(newcomer) is null)
                    came.Add((newcomer, now));
                entered.AddRange(AdmitAll(door, now).Select(start => (start, now)));
            }

            LetIn(door, now + TimeSpan.FromSeconds(6), entered);
            Assert.Equal(came.Select(one => one.Start), entered.Select(one => one.Start));
            Assert.All(came.Zip(entered), pair => Assert.InRange(pair.Second.At - pair.First.At, TimeSpan.Zero, TimeSpan.FromSeconds(5.01)));
            for (var i = perSecond; i < entered.Count; i++)
                Assert.True(entered[i].At - entered[i - perSecond].At > TimeSpan.Zero);
        }).QuickCheckThrowOnFailure();

    private static ConnectionStart From(string address) => new(ActorRefs.Nobody, new IPEndPoint(IPAddress.Parse(address), 4000));

    // As the listener does it: whenever somebody's time has come.
    private static void LetIn(Door door, TimeSpan until, List<(ConnectionStart Start, TimeSpan At)> entered)
    {
        while (door.NextAt() is { } next && next <= until)
            entered.AddRange(AdmitAll(door, next).Select(start => (start, next)));
    }

    private static List<ConnectionStart> AdmitAll(Door door, TimeSpan now)
    {
        var admitted = new List<ConnectionStart>();
        while (door.TryAdmit(now, out var newcomer))
            admitted.Add(newcomer.Start);
        return admitted;
    }
}
