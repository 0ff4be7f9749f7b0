using Akka.Actor;
using Xunit;
using Xunit.Abstractions;

namespace ActorChat.Tests.Actors.Kit;

public class ImplicitSenderTests(ITestOutputHelper output) : ActorSpec(output)
{
    [Fact]
    public void What_a_test_tells_without_a_sender_comes_from_the_test_actor()
    {
        Sys.ActorOf(Props.Create<Echo>()).Tell("hola");
        ExpectMsg("hola");
    }

    [Fact]
    public async Task Also_after_it_has_awaited_something()
    {
        await Task.Yield();
        await Task.Run(() => Sys.ActorOf(Props.Create<Echo>()).Tell("hola"));
        ExpectMsg("hola");
    }

    [Fact]
    public void A_selection_too()
    {
        var echo = Sys.ActorOf(Props.Create<Echo>(), "echo");
        Sys.ActorSelection(echo.Path).Tell("hola");
        ExpectMsg("hola");
    }

    [Fact]
    public void Not_what_an_actor_tells()
    {
        var echo = Sys.ActorOf(Props.Create<Echo>());
        var teller = Scripted((context, message) =>
        {
            if (message is "go")
                echo.Tell("hola");
            else
                TestActor.Tell($"{message} came back to me", context.Self);
        });
        teller.Tell("go");
        ExpectMsg("hola came back to me");
    }
}
