using ActorChat.Server.Transport.Liveness;

namespace ActorChat.Tests.Server.Peers;

public class LivenessEvaluatorTests
{
    private static readonly TcpCounters Before = new(IsOpen: true, Seconds(40), Unanswered: 2, Retransmissions: 7);

    private readonly LivenessEvaluator _judge = new(Before);

    [Fact]
    public void Whatever_is_acknowledged_after_the_question_is_a_sign_of_life() =>
        Assert.Equal(PeerLiveness.Present, _judge.Evaluate(Before with { LastAck = Seconds(0.9) }, Seconds(1)));

    [Fact]
    public void What_was_acknowledged_before_the_question_is_none() => Assert.Equal(PeerLiveness.None, _judge.Evaluate(Silent(1), Seconds(1)));

    [Fact]
    public void A_connection_that_was_reset_is_gone() => Assert.Equal(PeerLiveness.Gone, _judge.Evaluate(default, Seconds(1)));

    [Fact]
    public void Silence_proves_nothing_while_nothing_is_sent() => Assert.Equal(PeerLiveness.None, _judge.Evaluate(Silent(1000), Seconds(1000)));

    [Fact]
    public void Three_questions_without_an_answer_for_three_seconds_since_the_first_of_them_prove_that_nobody_is_there()
    {
        Assert.Equal(PeerLiveness.None, _judge.Evaluate(Silent(1) with { Unanswered = 3 }, Seconds(1)));
        Assert.Equal(PeerLiveness.None, _judge.Evaluate(Silent(3.9) with { Unanswered = 6 }, Seconds(3.9)));
        Assert.Equal(PeerLiveness.Gone, _judge.Evaluate(Silent(4) with { Unanswered = 6 }, Seconds(4)));
    }

    [Fact]
    public void Fewer_questions_prove_nothing_however_long_ago()
    {
        var judge = new LivenessEvaluator(Before with { Unanswered = 0 });
        Assert.Equal(PeerLiveness.None, judge.Evaluate(Silent(1) with { Unanswered = 1 }, Seconds(1)));
        Assert.Equal(PeerLiveness.None, judge.Evaluate(Silent(30) with { Unanswered = 2 }, Seconds(30)));
        Assert.Equal(PeerLiveness.Gone, judge.Evaluate(Silent(31) with { Unanswered = 3 }, Seconds(31)));
    }

    [Fact]
    public void A_retransmission_is_a_question_also_when_the_row_began_anew()
    {
        var judge = new LivenessEvaluator(Before with { Unanswered = 5 });
        Assert.Equal(PeerLiveness.None, judge.Evaluate(Silent(1) with { Unanswered = 3, Retransmissions = 8 }, Seconds(1)));
        Assert.Equal(PeerLiveness.Gone, judge.Evaluate(Silent(4) with { Unanswered = 4, Retransmissions = 8 }, Seconds(4)));
    }

    // So long after the question, without an acknowledgement since.
    private static TcpCounters Silent(double after) => Before with { LastAck = Before.LastAck + Seconds(after) };

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);
}
