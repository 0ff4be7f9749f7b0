using ActorChat.Server.Logging;
using ActorChat.Tests.Configuration;
using Akka.Actor;
using Akka.Event;
using Serilog;
using Serilog.Events;

namespace ActorChat.Tests.Logging;

/// <summary>The logger actor, in an actor system of its own. Serilog's shared logger is left alone: other tests may use it.</summary>
public sealed class SerilogLoggerTests : IAsyncLifetime
{
    private readonly RecordingSink _sink = new();
    private readonly ActorSystem _system = ActorSystem.Create("logging", Loading.Config());
    private IActorRef _logger = ActorRefs.Nobody;

    public async Task InitializeAsync()
    {
        var logger = new LoggerConfiguration().MinimumLevel.Verbose().WriteTo.Sink(_sink).CreateLogger();
        _logger = _system.ActorOf(Props.Create(() => new SerilogLogger(logger)));
        Assert.IsType<LoggerInitialized>(await _logger.Ask(new InitializeLogger(_system.EventStream), TimeSpan.FromSeconds(30)));
    }

    public async Task DisposeAsync() => await _system.Terminate();

    [Fact]
    public async Task The_settings_name_it_and_the_runtime_can_make_it()
    {
        var logger = await _system.ActorSelection("/system/log*-SerilogLogger").ResolveOne(TimeSpan.FromSeconds(30));

        Assert.IsType<LoggerInitialized>(await logger.Ask(new InitializeLogger(_system.EventStream), TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task What_an_actor_logs_arrives_with_its_path()
    {
        _system.EventStream.Subscribe(_logger, typeof(Akka.Event.LogEvent));
        var actor = _system.ActorOf(Props.Create(() => new Talker()), "talker");
        actor.Tell("hola");

        var logged = await _sink.NextAsync();

        Assert.Equal(LogEventLevel.Warning, logged.Level);
        Assert.Equal("hola", Line.Text(logged));
        Assert.Equal("\"/user/talker\"", logged.Properties["Actor"].ToString());
    }

    [Fact]
    public async Task What_the_level_of_the_settings_leaves_out_does_not_reach_it()
    {
        _system.EventStream.Subscribe(_logger, typeof(Akka.Event.LogEvent));
        var log = Akka.Event.Logging.GetLogger(_system, "test");
        log.Debug("unwanted");
        log.Info("wanted");

        Assert.Equal("wanted", Line.Text(await _sink.NextAsync()));
    }

    [Fact]
    public async Task Events_keep_their_time_level_and_exception()
    {
        var cause = new InvalidOperationException("no");
        var error = new Error(cause, "x", typeof(Line), "text");
        _logger.Tell(error);

        var logged = await _sink.NextAsync();

        Assert.Equal(error.Timestamp, logged.Timestamp.UtcDateTime);
        Assert.Equal(LogEventLevel.Error, logged.Level);
        Assert.Same(cause, logged.Exception);
    }

    [Fact]
    public async Task A_template_is_filled_and_one_that_does_not_fit_its_values_is_not_lost()
    {
        _system.EventStream.Subscribe(_logger, typeof(Akka.Event.LogEvent));
        var log = Akka.Event.Logging.GetLogger(_system, "test");
        log.Info("{0} and {1}", 1, "x");
        log.Info("{0} and {1}", "only");

        Assert.Equal("1 and x", Line.Text(await _sink.NextAsync()));
        var wrong = Line.Text(await _sink.NextAsync());
        Assert.Contains("{0} and {1}", wrong, StringComparison.Ordinal);
        Assert.Contains("only", wrong, StringComparison.Ordinal);
    }

    private sealed class Talker : ReceiveActor
    {
        public Talker() => Receive<string>(text => Context.GetLogger().Warning(text));
    }
}
