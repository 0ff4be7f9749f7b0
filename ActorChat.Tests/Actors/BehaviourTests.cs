using Akka.Actor;
using Xunit;
using Xunit.Abstractions;

namespace ActorChat.Tests.Actors;

public class BehaviourTests(ITestOutputHelper output) : ActorSpec(output)
{
    [Fact]
    public void A_new_behaviour_takes_the_place_of_the_old_one()
    {
        var actor = Switching();
        TellAll(actor, "become", "x");
        ExpectMsg("other x");
    }

    [Fact]
    public void A_stacked_behaviour_goes_and_the_one_below_comes_back()
    {
        var actor = Switching();
        TellAll(actor, "x", "stack", "x", "unstack", "x");
        ExpectMsg("first x");
        ExpectMsg("other x");
        ExpectMsg("first x");
    }

    [Fact]
    public void Stacked_behaviours_go_one_by_one()
    {
        var actor = Switching();
        TellAll(actor, "stack", "stack", "unstack", "x", "unstack", "x");
        ExpectMsg("other x");
        ExpectMsg("first x");
    }

    [Fact]
    public void A_restart_brings_the_first_behaviour_back()
    {
        var actor = Switching();
        TellAll(actor, "stack", "x", "fail", "x");
        ExpectMsg("other x");
        ExpectMsg("first x");
    }

    private IActorRef Switching() => Sys.ActorOf(Props.Create(() => new SwitchingActor()));

    private sealed class SwitchingActor : UntypedActor
    {
        protected override void OnReceive(object message) => Handle("first", message);

        private void Other(object message) => Handle("other", message);

        private void Handle(string behaviour, object message)
        {
            switch (message)
            {
                case "become":
                    Become(Other);
                    break;
                case "stack":
                    BecomeStacked(Other);
                    break;
                case "unstack":
                    UnbecomeStacked();
                    break;
                case "fail":
                    throw new InvalidOperationException("asked to");
                default:
                    Sender.Tell($"{behaviour} {message}");
                    break;
            }
        }
    }
}
