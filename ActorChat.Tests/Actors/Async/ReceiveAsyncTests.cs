using Akka.Actor;
using Xunit;
using Xunit.Abstractions;

namespace ActorChat.Tests.Actors.Async;

public class ReceiveAsyncTests(ITestOutputHelper output) : AsyncSpec(output)
{
    [Fact]
    public void The_next_message_waits_until_the_task_has_ended()
    {
        var actor = Asynchronous();
        var gate = Begin(actor);
        TellAll(actor, "next");
        ExpectNoMsg(Moment);
        gate.SetResult();
        ExpectAll("end", "next");
    }

    [Fact]
    public void Many_asynchronous_messages_keep_their_order()
    {
        const int Messages = 200;
        var actor = Asynchronous();
        for (var i = 0; i < Messages; i++)
        {
            var number = i;
            Do(actor, async self =>
            {
                if (number % 3 > 0)
                    await Task.Yield();
                if (number % 3 > 1)
                    await Task.Run(() => { });
                self.Log(number);
            });
            TellAll(actor, -number);
        }

        for (var i = 0; i < Messages; i++)
            ExpectAll(i, -i);
    }

    [Fact]
    public void What_follows_an_await_runs_inside_the_actor_with_the_sender_of_the_message()
    {
        var sender = CreateTestProbe();
        var actor = Asynchronous();
        Func<TaskActor, Task> action = async self =>
        {
            await Task.Yield();
            self.CurrentSender.Tell((TaskActor.CurrentContext.Self, self.Myself));
            await Task.Run(() => { });
            self.CurrentSender.Tell((TaskActor.CurrentContext.Self, self.Myself));
        };
        actor.Tell(action, sender);
        for (var i = 0; i < 2; i++)
        {
            sender.ExpectMsg((actor, actor));
            Assert.Equal(actor, sender.LastSender);
        }
    }

    [Fact]
    public void A_message_has_its_own_sender_however_the_tasks_of_those_before_it_went()
    {
        var (first, second) = (CreateTestProbe(), CreateTestProbe());
        var actor = Asynchronous();
        Func<TaskActor, Task> action = async self =>
        {
            await Task.Yield();
            self.CurrentSender.Tell("answer");
        };
        foreach (var sender in new[] { first, second, first })
            actor.Tell(action, sender);
        first.ExpectMsg("answer");
        second.ExpectMsg("answer");
        first.ExpectMsg("answer");
    }

    [Fact]
    public void Pieces_of_one_task_never_run_beside_each_other()
    {
        const int Pieces = 100;
        var actor = Asynchronous();
        Do(actor, async self =>
        {
            var (running, most) = (0, 0);
            await Task.WhenAll(Enumerable.Range(0, Pieces).Select(async _ =>
            {
                await Task.Yield();
                most = Math.Max(most, Interlocked.Increment(ref running));
                Thread.SpinWait(1000);
                Interlocked.Decrement(ref running);
            }));
            self.Log(most);
        });
        ExpectMsg(1);
    }

    [Fact]
    public void A_behaviour_taken_on_after_an_await_handles_the_next_message()
    {
        var actor = Asynchronous();
        Do(actor, async self =>
        {
            await Task.Yield();
            self.Then(message => self.Log($"new {message}"));
        });
        TellAll(actor, "next");
        ExpectMsg("new next");
    }

    [Fact]
    public void An_actor_may_ask_another_and_wait_for_the_answer()
    {
        var echo = Sys.ActorOf(Props.Create<Echo>());
        var actor = Asynchronous();
        Do(actor, async self => self.Log(await echo.Ask<string>("question", Patience)));
        ExpectMsg("question");
    }

    [Fact]
    public void A_poison_pill_takes_its_turn_behind_the_task()
    {
        var actor = Watch(Asynchronous());
        var gate = Begin(actor);
        TellAll(actor, PoisonPill.Instance);
        ExpectNoMsg(Moment);
        gate.SetResult();
        ExpectAll("end", "PostStop");
        ExpectTerminated(actor);
    }

    [Fact]
    public void Timers_and_timeouts_wait_for_the_task()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Impatient(TestActor)));
        var gate = Gate();
        actor.Tell(gate, TestActor);
        ExpectMsg("begin");
        ExpectNoMsg(Moment);
        gate.SetResult();
        ExpectMsg("end");

        // Which of the two is first is a matter of time.
        var seen = new HashSet<object>();
        while (seen.Count < 2)
            seen.Add(ExpectMsg<object>());
        Assert.Equal([ReceiveTimeout.Instance, "tick"], seen.OrderBy(m => m.ToString() == "tick"));
    }

    [Theory]
    [InlineData(1, "odd 1")]
    [InlineData(2, "number 2")]
    [InlineData("long text", "long text")]
    [InlineData("text", "text: text")]
    [InlineData(1.5, "typed 1.5")]
    [InlineData(-1.5, "negative -1.5")]
    [InlineData('c', "any c")]
    public void The_first_declared_handler_that_fits_takes_the_message(object message, string answer)
    {
        var actor = Sys.ActorOf(Props.Create<EveryKind>());
        TellAll(actor, message);
        ExpectMsg(answer);
    }

    private sealed class Impatient : ReceiveActor, IWithTimers
    {
        public Impatient(IActorRef log)
        {
            ReceiveAsync<TaskCompletionSource>(async gate =>
            {
                Timers.StartPeriodicTimer("key", "tick", TimeSpan.FromMilliseconds(1));
                Context.SetReceiveTimeout(TimeSpan.FromMilliseconds(1));
                log.Tell("begin");
                await gate.Task;
                log.Tell("end");
                Timers.StartPeriodicTimer("key", "tick", TimeSpan.FromMilliseconds(50));
            });
            ReceiveAny(message => log.Tell(message));
        }

        public ITimerScheduler Timers { get; set; } = null!;
    }

    private sealed class EveryKind : ReceiveActor
    {
        public EveryKind()
        {
            ReceiveAsync<int>(number => Answer($"odd {number}"), number => number % 2 == 1);
            ReceiveAsync<int>(number => Answer($"number {number}"));
            ReceiveAsync<string>(text => text.Length > 4, Answer);
            ReceiveAsync<string>(text => Answer($"text: {text}"));
            ReceiveAsync(typeof(double), number => (double)number < 0, number => Answer(FormattableString.Invariant($"negative {number}")));
            ReceiveAsync(typeof(double), number => Answer(FormattableString.Invariant($"typed {number}")));
            ReceiveAnyAsync(message => Answer($"any {message}"));
        }

        private async Task Answer(string text)
        {
            await Task.Yield();
            Sender.Tell(text);
        }
    }
}
