using ActorChat.Tests.Actors;
using Akka.Actor;
using Xunit;
using Xunit.Abstractions;

namespace ActorChat.Tests.Internals;

public class ReceiveTimeoutPrecisionTests(ITestOutputHelper output) : ActorSpec(output)
{
    [Fact]
    public void The_time_that_a_message_takes_is_no_silence()
    {
        using var passed = new ManualResetEventSlim();
        var actor = Scripted((context, message) =>
        {
            switch (message)
            {
                case "set":
                    context.SetReceiveTimeout(TimeSpan.FromMilliseconds(50));
                    break;
                case "work":
                    // The timeout fires meanwhile, and its tick is in the mailbox before what is told at the end.
                    passed.Wait(Patience);
                    context.Self.Tell("worked");
                    break;
                default:
                    TestActor.Tell(message, context.Self);
                    break;
            }
        });
        TellAll(actor, "set", "work");
        Sys.Scheduler.Advanced.ScheduleOnce(TimeSpan.FromMilliseconds(300), passed.Set);
        ExpectMsg("worked");
        ExpectMsg<ReceiveTimeout>();
    }
}
