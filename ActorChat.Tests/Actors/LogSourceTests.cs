using Akka.Event;
using Xunit;
using Xunit.Abstractions;
using Levels = Akka.Event.Logging;

namespace ActorChat.Tests.Actors;

public class LogSourceTests(ITestOutputHelper output) : ActorSpec(output)
{
    [Fact]
    public void A_source_is_named_by_what_it_is()
    {
        Assert.Equal("text", LogSource.Create("text").Source);
        Assert.Equal(("LogSourceTests", GetType()), Of(LogSource.Create(this)));
        Assert.Equal(("LogSourceTests", GetType()), Of(LogSource.Create(GetType())));
        Assert.Equal(TestActor.Path.ToString(), LogSource.Create(TestActor).Source);
        Assert.Equal(("name", typeof(Echo)), Of(LogSource.Create("name", typeof(Echo))));
    }

    [Fact]
    public void A_level_belongs_to_a_type_of_event() => Assert.Equal(
        [LogLevel.DebugLevel, LogLevel.InfoLevel, LogLevel.WarningLevel, LogLevel.ErrorLevel],
        [Levels.LogLevelFor<Debug>(), Levels.LogLevelFor<Info>(), Levels.LogLevelFor<Warning>(), Levels.LogLevelFor<Error>()]);

    private static (string Source, Type Type) Of(LogSource source) => (source.Source, source.Type);
}
