using Akka.Actor;
using Akka.Event;
using Xunit;
using Xunit.Abstractions;

namespace ActorChat.Tests.Actors;

public class ReceiveActorTests(ITestOutputHelper output) : ActorSpec(output)
{
    [Theory]
    [InlineData(7, "seven")]
    [InlineData(12, "big 12")]
    [InlineData(2, "int 2")]
    [InlineData("a", "text a")]
    [InlineData(1.5, "any 1.5")]
    public void The_first_declared_handler_that_fits_takes_the_message(object message, string answer)
    {
        var actor = Sys.ActorOf(Props.Create(() => new Table()));
        actor.Tell(message, TestActor);
        ExpectMsg(answer);
    }

    [Fact]
    public void A_message_that_no_handler_takes_is_published_as_unhandled()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(UnhandledMessage));
        var actor = Sys.ActorOf(Props.Create(() => new OnlyStrings()));
        actor.Tell(5, TestActor);
        var unhandled = ExpectMsg<UnhandledMessage>();
        Assert.Equal(5, unhandled.Message);
        Assert.Equal(actor, unhandled.Recipient);
        Assert.Equal(TestActor, unhandled.Sender);
    }

    [Fact]
    public void A_state_declares_its_own_handlers_and_a_stacked_one_gives_way_again()
    {
        var actor = Sys.ActorOf(Props.Create(() => new TwoStates()));
        foreach (var message in (string[])["x", "up", "x", "down", "x"])
            actor.Tell(message, TestActor);
        ExpectMsg("low x");
        ExpectMsg("high x");
        ExpectMsg("low x");
    }

    [Fact]
    public void Handlers_cannot_be_declared_while_a_message_is_in_work()
    {
        var actor = Sys.ActorOf(Props.Create(() => new LateDeclarer()));
        actor.Tell("declare", TestActor);
        ExpectMsg<InvalidOperationException>();
    }

    [Fact]
    public void Nothing_can_be_declared_behind_a_handler_of_everything()
    {
        EventFilter.Exception<ActorInitializationException>().ExpectOne(() => Watch(Sys.ActorOf(Props.Create(() => new Unreachable()))));
        ExpectMsg<Terminated>();
    }

    private sealed class Table : ReceiveActor
    {
        private readonly Type _texts = typeof(string);

        public Table()
        {
            Receive<int>(n => n == 7, _ => Sender.Tell("seven"));
            Receive<int>(n =>
            {
                if (n <= 10)
                    return false;
                Sender.Tell($"big {n}");
                return true;
            });
            Receive<int>(n => Sender.Tell($"int {n}"));
            Receive(_texts, text => Sender.Tell($"text {text}"));
            ReceiveAny(any => Sender.Tell(FormattableString.Invariant($"any {any}")));
        }
    }

    private sealed class OnlyStrings : ReceiveActor
    {
        public OnlyStrings() => Receive<string>(text => Sender.Tell(text));
    }

    private sealed class TwoStates : ReceiveActor
    {
        public TwoStates()
        {
            Receive<string>(text => text == "up", _ => BecomeStacked(High));
            Receive<string>(text => Sender.Tell($"low {text}"));
        }

        private void High()
        {
            Receive<string>(text => text == "down", _ => UnbecomeStacked());
            Receive<string>(text => Sender.Tell($"high {text}"));
        }
    }

    private sealed class LateDeclarer : ReceiveActor
    {
        public LateDeclarer() => Receive<string>(_ =>
        {
            try
            {
                Receive<int>(_ => { });
            }
            catch (InvalidOperationException refused)
            {
                Sender.Tell(refused);
            }
        });
    }

    private sealed class Unreachable : ReceiveActor
    {
        public Unreachable()
        {
            ReceiveAny(_ => { });
            Receive<string>(_ => { });
        }
    }
}
