using System.Net;
using ActorChat.Server.CommandLine;
using ActorChat.Server.Configuration;
using ActorChat.Server.Diagnostics;
using ActorChat.Server.Diagnostics.Runtime;
using ActorChat.Server.Lifecycle;
using ActorChat.Server.Resources;
using ActorChat.Server.Storage.Sqlite.Sessions;
using ActorChat.Server.Telemetry;
using ActorChat.Server.Transport.Tls;
using Akka;
using Akka.Actor;
using Akka.Configuration;
using Akka.Event;

namespace ActorChat.Server.Hosting;

/// <summary>Runs one server: starts the actor system with the server actor, waits for the stop signal, stops gracefully.</summary>
internal sealed class ServerHost(ServerSettings settings, Config config, Texts texts, TextWriter output, TextWriter errors)
{
    // Leaves time to migrate a large database.
    private static readonly TimeSpan StartTimeout = TimeSpan.FromMinutes(10);

    // Enough for every actor that no database blocks.
    private static readonly TimeSpan TerminateTimeout = TimeSpan.FromMilliseconds(500);

    /// <summary>Runs until the stop is requested. Returns the exit code.</summary>
    /// <exception cref="ConfigurationException">A setting under <c>akka</c> is invalid.</exception>
    public async Task<int> RunAsync(ServerActorSettings actorSettings, Task stopRequested)
    {
        var system = ActorSystemFactory.Create(config);
        try
        {
            RuntimeMeter.Observe(system);
            using var export = StartExport(system);
            using var metrics = OpenMetrics();
            var web = actorSettings.Web is { } port ? port with { Metrics = metrics, AreMetricsOpen = settings.Telemetry.Prometheus == "on" } : null;
            var server = system.ActorOf(ServerActor.PropsFor(actorSettings with { Web = web }), "node");
            using var console = new AdminConsole(system, server, texts);
            using var watching = new CancellationTokenSource();
            var ended = server.WatchAsync(watching.Token);
            var exitCode = await StartAsync(system, server, actorSettings.Tls?.Certificates, ended, stopRequested)
                ?? await ServeAsync(system, server, console, ended, stopRequested);
            await watching.CancelAsync();
            return exitCode;
        }
        finally
        {
            await TerminateAsync(system);
        }
    }

    private async Task<int> ServeAsync(ActorSystem system, IActorRef server, AdminConsole console, Task ended, Task stopRequested)
    {
        if (TerminalInput.Open() is { } terminal)
            console.RunConsole(terminal, output);
        return await Task.WhenAny(stopRequested, ended) == ended ? ReportFailure() : await StopAsync(system, server, ended);
    }

    private PrometheusEndpoint? OpenMetrics() =>
        settings.Telemetry.Prometheus == "off" ? null : new PrometheusEndpoint([ServerMeter.Name, RuntimeMeter.Name]);

    // Exports once more before the actors stop, since their figures end with them.
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

    // Gives up on a thread that waits for a dead database. What is lost with it was logged.
    private static async Task TerminateAsync(ActorSystem system)
    {
        var terminated = system.Terminate();
        if (await Task.WhenAny(terminated, Task.Delay(TerminateTimeout)) == terminated)
            await terminated;
    }

    // Returns the exit code of a failed start, else null.
    private async Task<int?> StartAsync(ActorSystem system, IActorRef server, CertificateStore? certificates, Task ended, Task stopRequested)
    {
        var answer = server.Ask<ServerEvent>(new ServerCommand.Start(), StartTimeout);
        await Task.WhenAny(answer, ended, stopRequested);
        if (!answer.IsCompleted)
            return null;
        switch (await answer)
        {
            case ServerEvent.NotStarted refused:
                await errors.WriteLineAsync(texts.Error(StartFailureTexts.Describe(refused.Failure, texts)));
                return StartFailureTexts.ExitCodeOf(refused.Failure);
            case ServerEvent.Started started:
                Announce(system, started, certificates);
                return null;
            default:
                return ReportFailure();
        }
    }

    private void Announce(ActorSystem system, ServerEvent.Started started, CertificateStore? certificates)
    {
        if (settings.Storage.UsesFile)
            system.Log.Info(texts.DatabaseOpened(Path.GetFullPath(settings.Storage.SqlitePath), SqliteNative.Version));
        if (settings.Storage.Messages is { } messages)
            system.Log.Info(texts.MessagesDatabaseOpened(ServerActorSettingsFactory.Options(messages).Location));
        if (settings.Storage.Users is { } users)
            system.Log.Info(texts.UsersDatabaseOpened(ServerActorSettingsFactory.Options(users).Location));
        AnnouncePort(started.Chat, texts.ChatPort);
        AnnouncePort(started.ChatTls, texts.ChatTlsPort);
        AnnouncePort(started.Confirmation, texts.ConfirmationPort);
        AnnouncePort(started.ConfirmationTls, texts.ConfirmationTlsPort);
        foreach (var endPoint in started.Web)
            output.WriteLine(texts.WebPort($"{(settings.Web.IsEncrypted ? "https" : "http")}://{endPoint}/"));
        var isWebEncrypted = settings.Web.IsEncrypted;
        var reachable = Reachability.Describe(
            [.. started.Chat, .. started.Confirmation, .. isWebEncrypted ? [] : started.Web],
            [.. started.ChatTls, .. started.ConfirmationTls, .. isWebEncrypted ? started.Web : []],
            Reachability.OwnAddresses,
            texts);
        if (reachable is not null)
            output.WriteLine(reachable);
        if (certificates is not null)
            Announce(system, certificates);
        output.Flush();
    }

    private void AnnouncePort(IReadOnlyList<IPEndPoint> endPoints, string name)
    {
        foreach (var endPoint in endPoints)
            output.WriteLine(texts.Listening(endPoint.ToString(), name));
    }

    private void Announce(ActorSystem system, CertificateStore certificates)
    {
        if (certificates.Files.AreOurs)
            output.WriteLine(texts.OwnCertificate(certificates.Files.Certificate, certificates.Fingerprint));
        certificates.Report = (level, line) => system.Log.Log(level, cause: null, line);
        certificates.Check();
    }

    private async Task<int> StopAsync(ActorSystem system, IActorRef server, Task ended)
    {
        // Confirms Ctrl+C at once, as the stop may take long.
        await output.WriteLineAsync(texts.Stopping);
        await output.FlushAsync();
        var hasFailed = false;
        var shutdown = CoordinatedShutdown.Get(system);
        shutdown.AddTask(CoordinatedShutdown.PhaseServiceStop, "stop-node", async () =>
        {
            // Ended without an answer: the server actor was failing already.
            hasFailed = !await StopServerAsync(system, server) && ended.IsCompleted;
            return Done.Instance;
        });
        await shutdown.Run(CoordinatedShutdown.ClrExitReason.Instance);
        if (hasFailed)
            return ReportFailure();
        await output.WriteLineAsync(texts.Stopped);
        return ExitCode.Success;
    }

    // Returns false on a timeout.
    private async Task<bool> StopServerAsync(ActorSystem system, IActorRef server)
    {
        try
        {
            await server.Ask<ServerEvent.Stopped>(new ServerCommand.Stop(settings.ShutdownGrace), settings.ShutdownGrace);
            return true;
        }
        catch (AskTimeoutException)
        {
            system.Log.Warning(texts.StopTimedOut);
            return false;
        }
    }

    private int ReportFailure()
    {
        errors.WriteLine(texts.Error(texts.ServerFailed));
        return ExitCode.InternalError;
    }
}
