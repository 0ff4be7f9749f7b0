using Akka.Actor;
using Xunit;
using Xunit.Abstractions;

namespace ActorChat.Tests.Actors.Scheduling;

public class ReceiveTimeoutTests(ITestOutputHelper output) : ActorSpec(output)
{
    private static readonly TimeSpan Silence = TimeSpan.FromMilliseconds(30);

    [Fact]
    public void An_actor_is_told_of_every_silence_until_it_wants_no_more()
    {
        var actor = Listener();
        actor.Tell(Silence, TestActor);
        ExpectMsg<ReceiveTimeout>();
        ExpectMsg<ReceiveTimeout>();
        actor.Tell("off", TestActor);
        FishForMessage(message => message is "off");
        ExpectNoMsg(TimeSpan.FromMilliseconds(200));
    }

    [Fact]
    public void Messages_that_do_not_count_do_not_break_the_silence()
    {
        var actor = Listener();
        var chatter = Sys.Scheduler.ScheduleTellRepeatedlyCancelable(TimeSpan.Zero, TimeSpan.FromMilliseconds(5), actor, new Whisper(), TestActor);
        actor.Tell(Silence, TestActor);
        ExpectMsg<ReceiveTimeout>();
        chatter.Cancel();
    }

    [Fact]
    public void The_time_in_force_can_be_asked_for()
    {
        var actor = Scripted((context, _) =>
        {
            context.SetReceiveTimeout(TimeSpan.FromHours(1));
            TestActor.Tell(context.ReceiveTimeout!, context.Self);
            context.SetReceiveTimeout(null);
            TestActor.Tell(context.ReceiveTimeout.HasValue, context.Self);
        });
        actor.Tell("go", TestActor);
        ExpectMsg(TimeSpan.FromHours(1));
        ExpectMsg(false);
    }

    private IActorRef Listener() => Scripted((context, message) =>
    {
        switch (message)
        {
            case TimeSpan time:
                context.SetReceiveTimeout(time);
                break;
            case "off":
                context.SetReceiveTimeout(null);
                TestActor.Tell(message, context.Self);
                break;
            case Whisper:
                break;
            default:
                TestActor.Tell(message, context.Self);
                break;
        }
    });

    private sealed class Whisper : INotInfluenceReceiveTimeout;
}
