using Akka.Actor;
using Xunit;
using Xunit.Abstractions;

namespace ActorChat.Tests.Actors.Asking;

public class PipeToTests(ITestOutputHelper output) : ActorSpec(output)
{
    [Fact]
    public async Task The_result_of_a_task_is_told_in_the_name_of_the_sender()
    {
        var source = new TaskCompletionSource<string>();
        var piped = source.Task.PipeTo(TestActor, TestActor);
        source.SetResult("done");
        await piped;
        ExpectMsgFrom(TestActor, "done");
    }

    [Fact]
    public async Task The_failure_of_a_task_is_told_as_a_failure()
    {
        await Task.FromException<string>(Failure("broken")).PipeTo(TestActor);
        Assert.Equal("broken", ExpectMsg<Status.Failure>().Cause.Message);
    }

    [Fact]
    public async Task Every_outcome_can_be_a_message_of_its_own()
    {
        await Task.FromResult(5).PipeTo(TestActor, success: number => $"got {number}", failure: e => e.Message);
        await Task.FromException<int>(Failure("broken")).PipeTo(TestActor, success: number => $"got {number}", failure: e => e.Message);
        await Task.CompletedTask.PipeTo(TestActor, success: () => "completed");
        await Task.FromException(Failure("also broken")).PipeTo(TestActor, failure: e => e.Message);
        ExpectAll("got 5", "broken", "completed", "also broken");
    }

    [Fact]
    public async Task A_cancelled_task_is_told_as_a_failure()
    {
        await Task.FromCanceled<string>(new CancellationToken(canceled: true)).PipeTo(TestActor);
        Assert.IsAssignableFrom<OperationCanceledException>(ExpectMsg<Status.Failure>().Cause);
    }

    [Fact]
    public void An_actor_gets_its_own_result_as_a_message()
    {
        var source = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var actor = Scripted((context, message) =>
        {
            if (message is "start")
                source.Task.PipeTo(context.Self, context.Sender);
            else
                context.Sender.Tell($"piped {message}", context.Self);
        });
        actor.Tell("start", TestActor);
        source.SetResult("it");
        ExpectMsg("piped it");
    }
}
