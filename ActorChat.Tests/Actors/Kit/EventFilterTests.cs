using System.Text.RegularExpressions;
using Akka.Event;
using Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace ActorChat.Tests.Actors.Kit;

public class EventFilterTests(ITestOutputHelper output) : ActorSpec(output, "akka.loglevel = DEBUG")
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(100);

    [Fact]
    public void Lines_are_told_by_their_level_and_text()
    {
        EventFilter.Debug("whole text").ExpectOne(() => Log.Debug("whole text"));
        EventFilter.Info(start: "whole").ExpectOne(() => Log.Info("whole text"));
        EventFilter.Warning(contains: "ole te").ExpectOne(() => Log.Warning("whole text"));
        EventFilter.Error(new Regex("w.*t")).ExpectOne(() => Log.Error("whole text"));
        EventFilter.ForLogLevel(LogLevel.InfoLevel, "whole text").ExpectOne(() => Log.Info("whole text"));
    }

    [Fact]
    public void Either_of_two_filters_counts() => EventFilter.Info("one").And.Warning("two").Expect(2, () =>
    {
        Log.Info("one");
        Log.Warning("two");
        Log.Info("three");
    });

    [Fact]
    public void Events_are_told_by_a_predicate() =>
        EventFilter.Custom<Info>(line => line.Message.ToString() == "hello").ExpectOne(() => Log.Info("hello"));

    [Fact]
    public void Dead_letters_are_told_by_their_message()
    {
        EventFilter.DeadLetter<int>(number => number > 1).ExpectOne(() => TellAll(Sys.DeadLetters, 1, 2, "text"));
        EventFilter.DeadLetter<string>().ExpectOne(() => TellAll(Sys.DeadLetters, 1, "text"));
        EventFilter.DeadLetter().Expect(2, () => TellAll(Sys.DeadLetters, 1, "text"));
    }

    [Fact]
    public async Task The_result_of_what_is_done_comes_back()
    {
        Assert.Equal(1, EventFilter.Info("a").ExpectOne(() => Logging(1)));
        Assert.Equal(2, await EventFilter.Info("a").ExpectOneAsync(() => Task.FromResult(Logging(2))));
        Assert.Equal(3, await EventFilter.Info("a").ExpectAsync(1, Patience, () => Task.FromResult(Logging(3))));
        Assert.Equal(4, EventFilter.Info("a").Mute(() => Logging(4)));
    }

    [Fact]
    public async Task Too_few_events_fail()
    {
        Assert.ThrowsAny<XunitException>(() => EventFilter.Info("a").Expect(2, Short, () => Logging(1)));
        await Assert.ThrowsAnyAsync<XunitException>(() => EventFilter.Info("a").ExpectAsync(2, Short, () => Task.FromResult(Logging(1))));
    }

    private int Logging(int result)
    {
        Log.Info("a");
        return result;
    }
}
