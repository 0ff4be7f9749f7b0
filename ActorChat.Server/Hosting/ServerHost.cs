using ActorChat.Server.CommandLine;
using ActorChat.Server.Configuration;
using ActorChat.Server.Diagnostics;
using ActorChat.Server.Diagnostics.Runtime;
using ActorChat.Server.Lifecycle;
using ActorChat.Server.Resources;
using ActorChat.Server.Storage.Sqlite.Sessions;
using ActorChat.Server.Telemetry;
using Akka;
using Akka.Actor;
using Akka.Configuration;
using Akka.Event;

namespace ActorChat.Server.Hosting;

/// <summary>The life of one server process: starts the actor system with its node, waits to be asked to stop, stops in good order.</summary>
internal sealed class ServerHost(ServerSettings settings, Config config, Texts texts, TextWriter output, TextWriter errors)
{
    // Opening a large database that has to be migrated takes a while; no start takes this long.
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(10);

    // Actors end at once, except one that is held up by a database.
    private static readonly TimeSpan EndLimit = TimeSpan.FromMilliseconds(500);

    /// <summary>Runs until the stop is requested. Gives the exit code.</summary>
    /// <exception cref="ConfigurationException">A setting under <c>akka</c> cannot be used.</exception>
    public async Task<int> RunAsync(ServerActorSettings settingsOfNode, Task stopRequested)
    {
        var system = ActorSystemFactory.Create(config);
        try
        {
            RuntimeMeter.Observe(system);
            using var export = StartExport(system);
            var node = system.ActorOf(ServerActor.PropsFor(settingsOfNode), "node");
            using var inspection = new AdminConsole(system, node, texts);
            using var watching = new CancellationTokenSource();
            var ended = node.WatchAsync(watching.Token);
            var exitCode = await StartAsync(system, node, ended, stopRequested)
                ?? await ServeAsync(system, node, inspection, ended, stopRequested);
            await watching.CancelAsync();
            return exitCode;
        }
        finally
        {
            await TerminateAsync(system);
        }
    }

    private async Task<int> ServeAsync(ActorSystem system, IActorRef node, AdminConsole inspection, Task ended, Task stopRequested)
    {
        if (TerminalInput.Open() is { } terminal)
            inspection.RunConsole(terminal, output);
        return await Task.WhenAny(stopRequested, ended) == ended ? FailedInside() : await StopAsync(system, node, ended);
    }

    // The last export comes before the end of the actors, whose numbers end with them.
    private MetricsExport? StartExport(ActorSystem system)
    {
        if (settings.Telemetry.OtlpEndpoint is not { } endpoint)
            return null;
        var export = MetricsExport.Start(
            endpoint, settings.Telemetry.Interval, [ServerMeter.Name, RuntimeMeter.Name], target => system.Log.Warning(texts.MetricsNotExported(target.ToString())));
        CoordinatedShutdown.Get(system).AddTask(CoordinatedShutdown.PhaseBeforeActorSystemTerminate, "last-export", async () =>
        {
            await Task.Run(export.Dispose);
            return Done.Instance;
        });
        return export;
    }

    // A thread that waits for a database which does not answer cannot be ended; nothing is lost with it that was not logged.
    private static async Task TerminateAsync(ActorSystem system)
    {
        var terminated = system.Terminate();
        if (await Task.WhenAny(terminated, Task.Delay(EndLimit)) == terminated)
            await terminated;
    }

    // Null when there is nothing in the way of going on, else the exit code.
    private async Task<int?> StartAsync(ActorSystem system, IActorRef node, Task ended, Task stopRequested)
    {
        var answer = node.Ask<ServerEvent>(new ServerCommand.Start(), StartLimit);
        await Task.WhenAny(answer, ended, stopRequested);
        if (!answer.IsCompleted)
            return null;
        switch (await answer)
        {
            case ServerEvent.NotStarted refused:
                await errors.WriteLineAsync(texts.Error(StartFailureTexts.Describe(refused.Failure, texts)));
                return StartFailureTexts.ExitCodeOf(refused.Failure);
            case ServerEvent.Started started:
                Announce(system, started);
                return null;
            default:
                return FailedInside();
        }
    }

    private void Announce(ActorSystem system, ServerEvent.Started started)
    {
        if (settings.Storage.UsesFile)
            system.Log.Info(texts.DatabaseOpened(Path.GetFullPath(settings.Storage.SqlitePath), SqliteNative.Version));
        if (settings.Storage.Messages is { } messages)
            system.Log.Info(texts.MessagesDatabaseOpened(ServerActorSettingsFactory.Options(messages).Location));
        if (settings.Storage.Users is { } users)
            system.Log.Info(texts.UsersDatabaseOpened(ServerActorSettingsFactory.Options(users).Location));
        foreach (var endPoint in started.Chat)
            output.WriteLine(texts.Listening(endPoint.ToString(), texts.ChatPort));
        foreach (var endPoint in started.Confirmation)
            output.WriteLine(texts.Listening(endPoint.ToString(), texts.ConfirmationPort));
        if (Reachability.Describe([.. started.Chat, .. started.Confirmation], Reachability.OwnAddresses, texts) is { } line)
            output.WriteLine(line);
        output.Flush();
    }

    private async Task<int> StopAsync(ActorSystem system, IActorRef node, Task ended)
    {
        // Who has pressed Ctrl+C sees at once that it was heard, however long the stop may take.
        await output.WriteLineAsync(texts.Stopping);
        await output.FlushAsync();
        var hasFailed = false;
        var shutdown = CoordinatedShutdown.Get(system);
        shutdown.AddTask(CoordinatedShutdown.PhaseServiceStop, "stop-node", async () =>
        {
            // A node that ends without an answer was failing already.
            hasFailed = !await StopNodeAsync(system, node) && ended.IsCompleted;
            return Done.Instance;
        });
        await shutdown.Run(CoordinatedShutdown.ClrExitReason.Instance);
        if (hasFailed)
            return FailedInside();
        await output.WriteLineAsync(texts.Stopped);
        return ExitCode.Success;
    }

    // False when it does not answer in time.
    private async Task<bool> StopNodeAsync(ActorSystem system, IActorRef node)
    {
        try
        {
            await node.Ask<ServerEvent.Stopped>(new ServerCommand.Stop(settings.ShutdownGrace), settings.ShutdownGrace);
            return true;
        }
        catch (AskTimeoutException)
        {
            system.Log.Warning(texts.StopTimedOut);
            return false;
        }
    }

    private int FailedInside()
    {
        errors.WriteLine(texts.Error(texts.NodeFailed));
        return ExitCode.InternalError;
    }
}
