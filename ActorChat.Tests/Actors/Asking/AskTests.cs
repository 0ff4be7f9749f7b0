using Akka.Actor;
using Xunit;
using Xunit.Abstractions;

namespace ActorChat.Tests.Actors.Asking;

public class AskTests(ITestOutputHelper output) : ActorSpec(output)
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(50);

    [Fact]
    public async Task The_answer_is_the_result() =>
        Assert.Equal("hello", await Sys.ActorOf(Props.Create<Echo>()).Ask<string>("hello", Patience));

    [Fact]
    public async Task The_question_may_carry_the_reference_that_the_answer_goes_to()
    {
        var actor = Scripted((context, message) => ((IActorRef)message).Tell("here", context.Self));
        Assert.Equal("here", await actor.Ask<string>(replyTo => replyTo, Patience, CancellationToken.None));
    }

    [Fact]
    public async Task No_answer_in_time_fails() =>
        await Assert.ThrowsAsync<AskTimeoutException>(() => Silent().Ask<string>("hello", Soon));

    [Fact]
    public async Task A_dead_actor_does_not_answer()
    {
        var actor = Watch(Sys.ActorOf(Props.Create<Echo>()));
        Sys.Stop(actor);
        ExpectTerminated(actor);
        await Assert.ThrowsAsync<AskTimeoutException>(() => actor.Ask<string>("hello", Soon));
    }

    [Fact]
    public async Task A_failure_as_the_answer_fails_with_its_cause()
    {
        var actor = Scripted((context, _) => context.Sender.Tell(new Status.Failure(Failure("cannot")), context.Self));
        Assert.Equal("cannot", (await Assert.ThrowsAsync<InvalidOperationException>(() => actor.Ask<string>("hello", Patience))).Message);
    }

    [Fact]
    public async Task An_answer_of_another_type_fails() =>
        await Assert.ThrowsAsync<ArgumentException>(() => Sys.ActorOf(Props.Create<Echo>()).Ask<int>("hello", Patience));

    [Fact]
    public async Task A_question_can_be_called_off()
    {
        using var source = new CancellationTokenSource();
        var answer = Silent().Ask<string>("hello", source.Token);
        Assert.False(answer.IsCompleted);
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer);
    }

    [Fact]
    public async Task Only_the_first_answer_counts()
    {
        var actor = Scripted((context, _) =>
        {
            context.Sender.Tell("first", context.Self);
            context.Sender.Tell("second", context.Self);
        });
        Assert.Equal("first", await actor.Ask<string>("hello", Patience));
    }

    [Fact]
    public async Task Many_questions_each_get_their_own_answer()
    {
        var echo = Sys.ActorOf(Props.Create<Echo>());
        var answers = await Task.WhenAll(Enumerable.Range(0, 2_000).Select(i => echo.Ask<int>(i, Patience)));
        Assert.Equal(Enumerable.Range(0, 2_000), answers);
    }

    private IActorRef Silent() => Scripted((_, _) => { });
}
