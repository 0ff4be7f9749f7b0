using ActorChat.Server.Transport.Connections;
using ActorChat.Server.Transport.Limits;
using Akka.Actor;

namespace ActorChat.Tests.Transport.Limits;

public class ConnectionLimiterTests
{
    [Fact]
    public void Those_who_wait_count_for_the_caps()
    {
        var limiter = new ConnectionLimiter(new ConnectionLimits(MaxConnections: 3) { MaxPerAddress = 2, AcceptsPerSecond = 1 });
        Assert.Null(limiter.TryAdmit(From("192.0.2.1")));
        Assert.Null(limiter.TryAdmit(From("192.0.2.1")));
        Assert.Equal(Limit.MaxConnectionsPerAddress, limiter.TryAdmit(From("192.0.2.1")));
        Assert.Null(limiter.TryAdmit(From("192.0.2.2")));
        Assert.Equal(Limit.MaxConnections, limiter.TryAdmit(From("192.0.2.3")));
        Assert.Equal((0, 3), (limiter.ActiveCount, limiter.PendingCount));
    }

    [Fact]
    public void Who_is_sent_away_is_counted_no_more()
    {
        var limiter = new ConnectionLimiter(new ConnectionLimits(MaxConnections: 2) { MaxPerAddress = 2, AcceptsPerSecond = 1 });
        var both = new[] { From("192.0.2.1"), From("192.0.2.1") };
        Assert.All(both, one => Assert.Null(limiter.TryAdmit(one)));
        Assert.Equal(both, limiter.DrainPending());
        Assert.All(both, one => Assert.Null(limiter.TryAdmit(one)));
    }

    [Fact]
    public void Whoever_may_wait_comes_in_in_order_not_faster_than_the_rate_and_within_five_seconds() =>
        Prop.ForAll(Gen.Choose(1, 20).ToArbitrary(), Gen.Choose(0, 200).ArrayOf(120).ToArbitrary(), (perSecond, gaps) =>
        {
            var limiter = new ConnectionLimiter(new ConnectionLimits(MaxConnections: 10_000) { AcceptsPerSecond = perSecond });
            var came = new List<(AcceptedConnection Start, TimeSpan At)>();
            var entered = new List<(AcceptedConnection Start, TimeSpan At)>();
            var now = TimeSpan.Zero;
            foreach (var gap in gaps)
            {
                var arrival = now + TimeSpan.FromMilliseconds(gap);
                Admit(limiter, arrival, entered);
                now = arrival;
                var newcomer = From("192.0.2.1");
                if (limiter.TryAdmit(newcomer) is null)
                    came.Add((newcomer, now));
                entered.AddRange(AdmitAll(limiter, now).Select(start => (start, now)));
            }

            Admit(limiter, now + TimeSpan.FromSeconds(6), entered);
            Assert.Equal(came.Select(one => one.Start), entered.Select(one => one.Start));
            Assert.All(came.Zip(entered), pair => Assert.InRange(pair.Second.At - pair.First.At, TimeSpan.Zero, TimeSpan.FromSeconds(5.01)));
            for (var i = perSecond; i < entered.Count; i++)
                Assert.True(entered[i].At - entered[i - perSecond].At > TimeSpan.Zero);
        }).QuickCheckThrowOnFailure();

    private static AcceptedConnection From(string address) => new(ActorRefs.Nobody, new IPEndPoint(IPAddress.Parse(address), 4000));

    // As the listener does it: whenever somebody's time has come.
    private static void Admit(ConnectionLimiter limiter, TimeSpan until, List<(AcceptedConnection Start, TimeSpan At)> entered)
    {
        while (limiter.NextAt() is { } next && next <= until)
            entered.AddRange(AdmitAll(limiter, next).Select(start => (start, next)));
    }

    private static List<AcceptedConnection> AdmitAll(ConnectionLimiter limiter, TimeSpan now)
    {
        var admitted = new List<AcceptedConnection>();
        while (limiter.TryAdmitPending(now, out var newcomer))
            admitted.Add(newcomer.Start);
        return admitted;
    }
}
