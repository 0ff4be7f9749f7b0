using Akka.Configuration;
using Xunit;

namespace ActorChat.Tests.Actors.Configuration;

public class ConfigurationSourceSpecs
{
    [Fact]
    public void The_defaults_of_the_actor_runtime_are_those_that_its_users_know()
    {
        var config = ConfigurationFactory.Default();

        Assert.Equal(["Akka.Event.DefaultLogger"], config.GetStringList("akka.loggers"));
        Assert.Equal("INFO", config.GetString("akka.loglevel"));
        Assert.Equal("WARNING", config.GetString("akka.stdout-loglevel"));
        Assert.Equal(TimeSpan.FromSeconds(5), config.GetTimeSpan("akka.logger-startup-timeout"));
        Assert.Equal(TimeSpan.FromMinutes(5), config.GetTimeSpan("akka.log-dead-letters-suspend-duration"));
        Assert.Equal(10, config.GetInt("akka.log-dead-letters"));
        Assert.False(config.GetBoolean("akka.log-dead-letters-during-shutdown", true));
        Assert.Equal(Timeout.InfiniteTimeSpan, config.GetTimeSpan("akka.actor.ask-timeout"));
        Assert.False(config.GetBoolean("akka.actor.debug.unhandled", true));
        Assert.Equal(30, config.GetInt("akka.actor.default-dispatcher.throughput"));
        Assert.Equal(TimeSpan.FromSeconds(5), config.GetTimeSpan("akka.io.tcp.register-timeout"));
        Assert.True(config.GetBoolean("akka.coordinated-shutdown.terminate-actor-system"));
        Assert.Equal(["service-unbind"], config.GetStringList("akka.coordinated-shutdown.phases.service-requests-done.depends-on"));
    }

    [Fact]
    public void The_properties_of_an_object_become_keys()
    {
        int[] numbers = [1, 2];
        var config = ConfigurationFactory.FromObject(new { a = new { b = 1, text = "hello world", flag = true }, numbers });

        Assert.Equal(1, config.GetInt("a.b"));
        Assert.Equal("hello world", config.GetString("a.text"));
        Assert.True(config.GetBoolean("a.flag"));
        Assert.Equal([1, 2], config.GetIntList("numbers"));
    }
}
