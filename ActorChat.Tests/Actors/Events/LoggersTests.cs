using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Configuration;
using Akka.Event;
using Xunit;

namespace ActorChat.Tests.Actors.Events;

/// <summary>Loggers that the configuration names.</summary>
public class LoggersTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_logger_of_the_configuration_gets_every_line_from_the_first()
    {
        var name = "logging" + Guid.NewGuid().ToString("N");
        var system = ActorSystem.Create(name, ConfigurationFactory.ParseString($"""
            akka.loggers = ["{typeof(CollectingLogger).AssemblyQualifiedName}"]
            akka.loglevel = INFO
            """));
        for (var i = 0; i < 100; i++)
            system.Log.Info("line {0}", i);
        system.Log.Debug("not this one");
        system.Log.Error("the last");
        await CollectingLogger.Finished(name).WaitAsync(Patience);
        await system.Terminate().WaitAsync(Patience);

        Assert.Equal([.. Enumerable.Range(0, 100).Select(i => $"line {i}"), "the last"], CollectingLogger.Lines(name));
    }

    [Fact]
    public void A_logger_that_does_not_exist_keeps_the_system_from_starting() => Assert.ThrowsAny<Exception>(
        () => ActorSystem.Create("logging", ConfigurationFactory.ParseString("""akka.loggers = ["No.Such.Logger, Nowhere"]""")));

    /// <summary>Keeps the lines that a system's own log writes, until an error.</summary>
    internal sealed class CollectingLogger : ReceiveActor
    {
        private static readonly ConcurrentDictionary<string, List<string>> AllLines = new();
        private static readonly ConcurrentDictionary<string, TaskCompletionSource> AllFinished = new();

        public CollectingLogger()
        {
            var name = Context.System.Name;
            Receive<InitializeLogger>(_ => Sender.Tell(new LoggerInitialized()));
            Receive<LogEvent>(line => line.Message.ToString()!.StartsWith("line", StringComparison.Ordinal) || line is Error, line =>
            {
                Lines(name).Add(line.Message.ToString()!);
                if (line is Error)
                    Source(name).SetResult();
            });
        }

        public static List<string> Lines(string system) => AllLines.GetOrAdd(system, _ => []);

        public static Task Finished(string system) => Source(system).Task;

        private static TaskCompletionSource Source(string system) =>
            AllFinished.GetOrAdd(system, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
    }
}
