using Akka.Actor;
using Xunit;
using Xunit.Abstractions;

namespace ActorChat.Tests.Actors;

public class AskTimeoutTests(ITestOutputHelper output) : ActorSpec(output, "akka.actor.ask-timeout = 50ms")
{
    [Fact]
    public async Task A_question_without_a_time_of_its_own_waits_as_long_as_the_settings_say() =>
        await Assert.ThrowsAsync<AskTimeoutException>(() => Silent().Ask<string>("question"));

    [Fact]
    public async Task A_question_that_was_called_off_before_is_not_answered() =>
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Silent().Ask<string>("question", Patience, new CancellationToken(canceled: true)));

    private IActorRef Silent() => Scripted((_, _) => { });
}
