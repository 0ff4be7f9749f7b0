using Akka.Actor;
using Xunit;
using Xunit.Abstractions;

namespace ActorChat.Tests.Actors;

public class TellTests(ITestOutputHelper output) : ActorSpec(output)
{
    [Fact]
    public async Task Messages_of_one_sender_arrive_in_the_order_told_however_many_senders_there_are()
    {
        const int Senders = 4, Messages = 20_000;
        var last = new int[Senders];
        var receiver = Scripted((context, message) =>
        {
            var (sender, number) = ((int, int))message;
            if (number != last[sender] + 1)
                TestActor.Tell($"{number} of {sender} came after {last[sender]}", context.Self);
            last[sender] = number;
            if (last.All(n => n == Messages))
                TestActor.Tell("complete", context.Self);
        });
        await Task.WhenAll(Enumerable.Range(0, Senders).Select(sender => Task.Run(() =>
        {
            for (var number = 1; number <= Messages; number++)
                receiver.Tell((sender, number), ActorRefs.NoSender);
        })));
        ExpectMsg("complete");
    }

    [Fact]
    public async Task An_actor_works_on_one_message_at_a_time()
    {
        const int Senders = 4, Messages = 10_000;
        var inside = 0;
        var most = 0;
        var count = 0;
        var actor = Scripted((context, _) =>
        {
            most = Math.Max(most, Interlocked.Increment(ref inside));
            if (++count == Senders * Messages)
                TestActor.Tell(most, context.Self);
            Interlocked.Decrement(ref inside);
        });
        await Task.WhenAll(Enumerable.Range(0, Senders).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < Messages; i++)
                actor.Tell(i, ActorRefs.NoSender);
        })));
        ExpectMsg(1);
    }

    [Fact]
    public void An_answer_goes_to_the_sender()
    {
        var echo = Sys.ActorOf(Props.Create<Echo>());
        echo.Tell("hello", TestActor);
        ExpectMsgFrom(echo, "hello");
    }

    [Fact]
    public void Inside_an_actor_the_sender_is_that_actor()
    {
        var actor = Scripted((_, _) => TestActor.Tell("from inside"));
        actor.Tell("go", ActorRefs.NoSender);
        ExpectMsgFrom(actor, "from inside");
    }

    [Fact]
    public void A_message_without_a_sender_comes_from_the_dead_letters()
    {
        var actor = Scripted((context, _) => TestActor.Tell(context.Sender, context.Self));
        actor.Tell("go", ActorRefs.NoSender);
        ExpectMsg(Sys.DeadLetters);
    }

    [Fact]
    public void A_forwarded_message_keeps_its_first_sender()
    {
        var echo = Sys.ActorOf(Props.Create<Echo>());
        var relay = Scripted((_, message) => echo.Forward(message));
        relay.Tell("hello", TestActor);
        ExpectMsgFrom(echo, "hello");
    }

    [Fact]
    public void Null_is_no_message() => Assert.Throws<InvalidMessageException>(() => TestActor.Tell(null!, TestActor));
}
