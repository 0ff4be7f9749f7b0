using Akka.Actor;
using Akka.Event;
using Xunit;
using Xunit.Abstractions;

namespace ActorChat.Tests.Actors;

/// <summary>Which dead letters are written to the log.</summary>
public static class DeadLetterLogTests
{
    public class Suspended(ITestOutputHelper output) : LogSpec(output, """
        akka.log-dead-letters = 1
        akka.log-dead-letters-suspend-duration = 20ms
        """)
    {
        [Fact]
        public void Dead_letters_are_logged_again_when_the_quiet_time_is_over()
        {
            // As long as letters keep coming, the next quiet time always ends, and the next line always comes.
            var letters = Sys.Scheduler.ScheduleTellRepeatedlyCancelable(TimeSpan.Zero, TimeSpan.FromMilliseconds(5), Sys.DeadLetters, "lost", TestActor);
            for (var i = 0; i < 3; i++)
                Assert.Contains("no more dead letters will be logged in next", ExpectLine(), StringComparison.Ordinal);
            letters.Cancel();
        }
    }

    public class All(ITestOutputHelper output) : LogSpec(output, "akka.log-dead-letters = on")
    {
        [Fact]
        public void All_dead_letters_are_logged_where_the_settings_say_so()
        {
            for (var i = 0; i < 30; i++)
                Sys.DeadLetters.Tell("lost", TestActor);
            for (var i = 0; i < 30; i++)
                Assert.DoesNotContain("no more", ExpectLine(), StringComparison.Ordinal);
        }
    }

    public class None(ITestOutputHelper output) : LogSpec(output, "akka.log-dead-letters = off")
    {
        [Fact]
        public void No_dead_letter_is_logged_where_the_settings_say_so()
        {
            Sys.EventStream.Subscribe(TestActor, typeof(DeadLetter));
            Sys.DeadLetters.Tell("lost", TestActor);
            ExpectMsg<DeadLetter>();
            ExpectNoMsg(TimeSpan.FromMilliseconds(200));
        }
    }

    /// <summary>Takes the lines of the log that tell of a dead letter.</summary>
    public abstract class LogSpec : ActorSpec
    {
        protected LogSpec(ITestOutputHelper output, string config)
            : base(output, config)
        {
            IgnoreMessages<Info>(line => !IsOfDeadLetter(line));
            Sys.EventStream.Subscribe(TestActor, typeof(Info));
        }

        protected string ExpectLine() => ExpectMsg<Info>().Message.ToString()!;

        private static bool IsOfDeadLetter(Info line) => line.Message.ToString()!.Contains("was not delivered", StringComparison.Ordinal);
    }
}
