using Akka.Actor;
using Akka.Event;
using Xunit;
using Xunit.Abstractions;

namespace ActorChat.Tests.Actors;

public class DeadLetterTests(ITestOutputHelper output) : ActorSpec(output, "akka.log-dead-letters = 2")
{
    [Fact]
    public void A_message_for_a_dead_actor_is_published_with_sender_and_recipient()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(DeadLetter));
        var dead = Dead();
        dead.Tell("hello?", TestActor);
        var letter = ExpectMsg<DeadLetter>();
        Assert.Equal("hello?", letter.Message);
        Assert.Equal(TestActor, letter.Sender);
        Assert.Equal(dead, letter.Recipient);
    }

    [Fact]
    public void A_message_whose_loss_is_no_news_is_published_as_such()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(AllDeadLetters));
        var dead = Dead();
        dead.Tell(PoisonPill.Instance, TestActor);
        dead.Tell("hello?", TestActor);
        Assert.Same(PoisonPill.Instance, ExpectMsg<SuppressedDeadLetter>().Message);
        ExpectMsg<DeadLetter>();
    }

    [Fact]
    public void The_first_dead_letters_are_logged_and_then_no_more()
    {
        var dead = Dead();
        EventFilter.Info(contains: "was not delivered").Expect(2, () =>
        {
            for (var i = 0; i < 5; i++)
                dead.Tell("hello?", TestActor);
        });
    }

    [Fact]
    public void Dead_letters_can_be_told_directly()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(DeadLetter));
        Sys.DeadLetters.Tell("lost", TestActor);
        Assert.Equal("lost", ExpectMsg<DeadLetter>().Message);
    }

    [Fact]
    public void What_is_to_be_ignored_is_no_dead_letter()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(AllDeadLetters));
        Sys.IgnoreRef.Tell("ignored", TestActor);
        Sys.DeadLetters.Tell("lost", TestActor);
        Assert.Equal("lost", ExpectMsg<DeadLetter>().Message);
    }

    [Fact]
    public void What_is_thrown_away_on_purpose_can_be_published_with_the_reason()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(AllDeadLetters));
        Sys.EventStream.Publish(new Dropped("message", "too much", TestActor));
        var dropped = ExpectMsg<Dropped>();
        Assert.Equal(("message", "too much"), (dropped.Message, dropped.Reason));
        Assert.Equal(TestActor, dropped.Recipient);
    }

    [Fact]
    public async Task A_subscriber_to_dead_letters_may_end_while_they_come()
    {
        var dead = Dead();
        for (var i = 0; i < 100; i++)
        {
            var subscriber = Watch(Sys.ActorOf(Props.Create<Echo>()));
            Sys.EventStream.Subscribe(subscriber, typeof(DeadLetter));
            var letters = Task.Run(() =>
            {
                for (var n = 0; n < 100; n++)
                    dead.Tell(n, ActorRefs.NoSender);
            });
            Sys.Stop(subscriber);
            ExpectTerminated(subscriber);
            await letters;
        }
    }

    private IActorRef Dead()
    {
        var actor = Watch(Sys.ActorOf(Props.Create<Echo>()));
        Sys.Stop(actor);
        ExpectTerminated(actor);
        return actor;
    }
}
