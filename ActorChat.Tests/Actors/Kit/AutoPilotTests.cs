using Akka.Actor;
using Akka.TestKit;
using Xunit;
using Xunit.Abstractions;

namespace ActorChat.Tests.Actors.Kit;

public class AutoPilotTests(ITestOutputHelper output) : ActorSpec(output)
{
    [Fact]
    public void A_pilot_answers_for_the_probe_and_the_test_receives_the_question_too()
    {
        var probe = CreateTestProbe();
        probe.SetAutoPilot(Answering("pong", AutoPilot.KeepRunning));
        for (var i = 0; i < 3; i++)
        {
            probe.Ref.Tell(i, TestActor);
            ExpectMsg("pong");
            probe.ExpectMsg(i);
        }
    }

    [Fact]
    public void A_pilot_may_leave_after_a_message()
    {
        var probe = CreateTestProbe();
        probe.SetAutoPilot(Answering("once", AutoPilot.NoAutoPilot));
        TellAll(probe.Ref, 1, 2);
        probe.ExpectMsg(1);
        probe.ExpectMsg(2);
        TestActor.Tell("end", TestActor);
        ExpectAll("once", "end");
    }

    [Fact]
    public void A_pilot_may_give_over_to_another_one()
    {
        var probe = CreateTestProbe();
        probe.SetAutoPilot(Answering("first", Answering("then", AutoPilot.KeepRunning)));
        TellAll(probe.Ref, 1, 2, 3);
        ExpectAll("first", "then", "then");
    }

    [Fact]
    public void A_pilot_also_works_on_messages_that_the_test_ignores()
    {
        var probe = CreateTestProbe();
        probe.IgnoreMessages<int>();
        probe.SetAutoPilot(Answering("seen", AutoPilot.KeepRunning));
        TellAll(probe.Ref, 1, "text");
        ExpectAll("seen", "seen");
        probe.ExpectMsg("text");
    }

    private static DelegateAutoPilot Answering(object answer, AutoPilot next) => new((sender, _) =>
    {
        sender.Tell(answer, ActorRefs.NoSender);
        return next;
    });
}
