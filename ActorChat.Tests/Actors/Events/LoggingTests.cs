using System.Globalization;
using Akka.Actor;
using Akka.Event;
using Xunit;
using Xunit.Abstractions;

namespace ActorChat.Tests.Actors.Events;

public class LoggingTests(ITestOutputHelper output) : ActorSpec(output, "akka.loglevel = WARNING")
{
    [Fact]
    public void Only_what_matters_enough_is_logged()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(LogEvent));
        Log.Debug("debug");
        Log.Info("info");
        Log.Warning("warning");
        Log.Error("error");
        Assert.Equal("warning", ExpectMsg<Warning>().Message.ToString());
        Assert.Equal("error", ExpectMsg<Error>().Message.ToString());
    }

    [Fact]
    public void A_log_says_which_levels_it_takes()
    {
        Assert.False(Log.IsDebugEnabled);
        Assert.False(Log.IsInfoEnabled);
        Assert.True(Log.IsWarningEnabled);
        Assert.True(Log.IsErrorEnabled);
        Assert.False(Log.IsEnabled(LogLevel.InfoLevel));
        Assert.True(Log.IsEnabled(LogLevel.ErrorLevel));
    }

    [Fact]
    public void A_line_of_an_actor_names_its_path_and_its_type()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(Warning));
        var actor = Sys.ActorOf(Props.Create(() => new Logger()), "logger");
        actor.Tell("hello", TestActor);
        var line = ExpectMsg<Warning>();
        Assert.Contains("akka://test/user/logger", line.LogSource, StringComparison.Ordinal);
        Assert.Equal(typeof(Logger), line.LogClass);
        Assert.Equal("received hello", line.Message.ToString());
    }

    [Fact]
    public void The_values_of_a_template_fill_its_holes()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(LogEvent));
        Log.Warning("{0} of {1}: {2}", 1, "two", 3L);
        Log.Warning("{0:D3}", 7);
        Log.Warning("{not a template}");
        Log.Warning("{0} {1}", ["a", "b"]);
        Assert.Equal("1 of two: 3", ExpectMsg<Warning>().Message.ToString());
        Assert.Equal("007", ExpectMsg<Warning>().Message.ToString());
        Assert.Equal("{not a template}", ExpectMsg<Warning>().Message.ToString());
        Assert.Equal("a b", ExpectMsg<Warning>().Message.ToString());
    }

    [Fact]
    public void A_line_carries_the_exception_it_is_about()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(Error));
        var failure = Failure();
        Log.Error(failure, "it failed with {0}", "this");
        var line = ExpectMsg<Error>();
        Assert.Same(failure, line.Cause);
        Assert.Equal("it failed with this", line.Message.ToString());
        Assert.Equal(LogLevel.ErrorLevel, line.LogLevel());
        Assert.Contains(failure.Message, line.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DEBUG", LogLevel.DebugLevel)]
    [InlineData("info", LogLevel.InfoLevel)]
    [InlineData("WARNING", LogLevel.WarningLevel)]
    [InlineData("ERROR", LogLevel.ErrorLevel)]
    public void Levels_have_names(string name, LogLevel level)
    {
        Assert.Equal(level, Akka.Event.Logging.LogLevelFor(name));
        Assert.Equal(name.ToUpper(CultureInfo.InvariantCulture), level.StringFor());
    }

    [Fact]
    public void An_unknown_level_is_refused() => Assert.ThrowsAny<ArgumentException>(() => Akka.Event.Logging.LogLevelFor("LOUD"));

    private sealed class Logger : ReceiveActor
    {
        private readonly ILoggingAdapter _log = Context.GetLogger();

        public Logger() => Receive<string>(text => _log.Warning("received {0}", text));
    }
}
