using System.Diagnostics;
using System.Net;
using ActorChat.Server.CommandLine;
using ActorChat.Server.Configuration;
using ActorChat.Server.Errors;
using ActorChat.Server.Hosting.Maintenance;
using ActorChat.Server.Lifecycle;
using ActorChat.Server.Logging;
using ActorChat.Server.Output;
using ActorChat.Server.Resources;
using ActorChat.Server.Storage.Errors;
using ActorChat.Server.Storage.MySql;
using ActorChat.Server.Storage.Sqlite;
using ActorChat.Server.Transport.Tls;
using Akka.Configuration;
using Serilog;

namespace ActorChat.Server.Hosting;

/// <summary>
/// The composition root: parses the command line, reads the settings, and runs the request. Every mistake of the operator
/// ends here as one line and an exit code.
/// </summary>
internal static class ServerProgram
{
    // Time for a slow reader: of the answer to a command, and of a server's last lines.
    private static readonly TimeSpan AnswerTimeout = TimeSpan.FromSeconds(10), LastLinesTimeout = TimeSpan.FromSeconds(1.5);

    // Reserved for standard error when standard output has used up the time of both.
    private static readonly TimeSpan MinErrorTimeout = TimeSpan.FromMilliseconds(500);

    /// <summary>Runs the command line. Returns the exit code.</summary>
    public static async Task<int> RunAsync(string[] args, StandardConsole console)
    {
        var request = CommandLineParser.Parse(args);
        var exitCode = await ExecuteAsync(request, console);
        var timeout = request is CommandLineRequest.Run ? LastLinesTimeout : AnswerTimeout;
        var startedAt = Stopwatch.GetTimestamp();
        if (!console.OutputStream.Complete(timeout) && exitCode == ExitCode.Success && IsOnlyText(request))
            exitCode = await Print(console.Errors, OutputFailure(console.OutputStream, CommandLineParser.TextsFor(args)), ExitCode.OutputFailed);
        var left = timeout - Stopwatch.GetElapsedTime(startedAt);
        console.ErrorStream.Complete(left > MinErrorTimeout ? left : MinErrorTimeout);
        return exitCode;
    }

    // Other requests have done their work even when their text is lost.
    private static bool IsOnlyText(CommandLineRequest request) => request is
        CommandLineRequest.ShowText or CommandLineRequest.PrintConfig or CommandLineRequest.Tokens;

    private static string OutputFailure(BackgroundWriter output, Texts texts) =>
        texts.Error(texts.CannotWrite(texts.StandardOutput, output.Failure is { } failure ? SystemErrors.Describe(failure, texts) : texts.OutputBlocked));

    private static Task<int> ExecuteAsync(CommandLineRequest request, StandardConsole console)
    {
        var (output, errors) = (console.Output, console.Errors);
        return request switch
        {
            CommandLineRequest.ShowText show => Print(output, show.Text.TrimEnd('\n'), ExitCode.Success),
            CommandLineRequest.Refuse refuse => Print(errors, refuse.Line, ExitCode.Usage),
            CommandLineRequest.PrintConfig print => WithSettings(print.Options, errors, (loaded, _) =>
                Print(output, EffectiveSettings.Render(loaded.Config).TrimEnd('\n'), ExitCode.Success)),
            CommandLineRequest.Check check => WithSettings(check.Options, errors, (loaded, texts) => CheckAsync(loaded, texts, output, errors)),
            CommandLineRequest.Backup backup => WithSettings(backup.Options, errors, (loaded, texts) =>
                BackupProgram.RunAsync(loaded.Settings.Storage, backup.File, texts, output, errors)),
            CommandLineRequest.Export export => WithSettings(export.Options, errors, (loaded, texts) =>
                ExportProgram.RunAsync(loaded.Settings.Storage, export, texts, output, errors)),
            CommandLineRequest.Purge purge => WithSettings(purge.Options, errors, (loaded, texts) =>
                PurgeProgram.RunAsync(loaded.Settings.Storage, purge.Before, texts, output, errors)),
            CommandLineRequest.Tokens tokens => WithSettings(tokens.Options, errors, (loaded, texts) =>
                TokenProgram.RunAsync(loaded.Settings.Storage, tokens, texts, output, errors)),
            CommandLineRequest.Run run => WithSettings(run.Options, errors, (loaded, texts) => ServeAsync(loaded, texts, console)),
            _ => throw new InvalidOperationException("Not a request."),
        };
    }

    private static Task<int> WithSettings(ServerOptions options, TextWriter errors, Func<SettingsResult.Loaded, Texts, Task<int>> run) =>
        SettingsLoader.Load(options.ConfigFiles, options.Sets, options.LogLevel) switch
        {
            SettingsResult.Loaded loaded => ReportErrorsAsync(loaded, errors, run),
            SettingsResult.Refused refused => Print(errors, refused.Line, ExitCode.Usage),
            _ => throw new InvalidOperationException("Not a result."),
        };

    private static async Task<int> ReportErrorsAsync(
        SettingsResult.Loaded loaded, TextWriter errors, Func<SettingsResult.Loaded, Texts, Task<int>> run)
    {
        var texts = Texts.For(loaded.Settings.Language);
        try
        {
            return await run(loaded, texts);
        }
        catch (ConfigurationException mistake)
        {
            // Only the runtime understands the values under akka.
            return await Print(errors, texts.Error(loaded.Explain(mistake.Message)(texts)), ExitCode.Usage);
        }
        catch (UnknownHostException unknown)
        {
            var line = texts.UnknownHost(unknown.Key, Excerpt.Truncate(unknown.Host), SystemErrors.Describe(unknown, texts));
            return await Print(errors, texts.Error(line), ExitCode.PortUnavailable);
        }
        catch (CertificateException unusable)
        {
            return await Print(errors, texts.Error(texts.CertificateUnusable(unusable.Message)), ExitCode.Usage);
        }
        catch (OpenException unavailable)
        {
            return await Print(errors, texts.Error(unavailable.Describe(texts)), ExitCode.DatabaseUnavailable);
        }
    }

    private static async Task<int> CheckAsync(SettingsResult.Loaded loaded, Texts texts, TextWriter output, TextWriter errors)
    {
        var actorSettings = ServerActorSettingsFactory.From(loaded.Settings, texts, TimeProvider.System);
        if ((FindSharedPort(actorSettings, texts) ?? LogSetup.FindObstacle(loaded.Settings.Logging, texts)) is { } obstacle)
            return await Print(errors, obstacle, ExitCode.Usage);
        TlsSetup.Check(loaded.Settings, texts);
        await ActorSystemFactory.Create(loaded.Config).Terminate();
        var databases = CheckDatabases(loaded.Settings.Storage);
        var ports = PortsOf(actorSettings).SelectMany(port => port);
        if (PortCheck.FindFailures(ports) is { Count: > 0 } failures)
            return await Print(errors, texts.Error(StartFailureTexts.Describe(failures, texts)), ExitCode.PortUnavailable);
        string?[] places = [string.Join(", ", ports), .. databases, LogFileOf(loaded.Settings)];
        return await Print(output, texts.CheckOk(string.Join(", ", places.Where(place => place is not null))), ExitCode.Success);
    }

    // Returns the location of each database.
    private static List<string> CheckDatabases(StorageSettings storage)
    {
        var places = new List<string>();
        if (storage.UsesFile)
        {
            new SqliteDatabase(ServerActorSettingsFactory.Options(storage)).Check();
            places.Add(Path.GetFullPath(storage.SqlitePath));
        }

        if ((storage.Messages ?? storage.Users) is { } settings)
        {
            var server = new MySqlDatabase(ServerActorSettingsFactory.Options(settings));
            if (storage.Messages is not null)
                server.CheckMessages();
            if (storage.Users is not null)
                server.CheckUsers();
            places.Add(server.Location);
        }

        return places;
    }

    private static string? LogFileOf(ServerSettings settings) => settings.Logging.JsonFile is { } path ? Path.GetFullPath(path) : null;

    private static async Task<int> ServeAsync(SettingsResult.Loaded loaded, Texts texts, StandardConsole console)
    {
        var (settings, errors) = (loaded.Settings, console.Errors);
        var actorSettings = ServerActorSettingsFactory.From(settings, texts, TimeProvider.System);
        if ((FindSharedPort(actorSettings, texts) ?? DescriptorCheck.FindObstacle(settings, texts)) is { } line)
            return await Print(errors, line, ExitCode.Usage);
        if (OpenLog(loaded, texts, console) is LogSetupResult.Refused refused)
            return await Print(errors, refused.Line, ExitCode.Usage);

        using var signals = new ProcessSignals();
        try
        {
            var tls = TlsSetup.Open(settings, TimeProvider.System, texts);
            using var certificates = tls?.Certificates;
            return await new ServerHost(settings, loaded.Config, texts, console.Output, errors).RunAsync(
                actorSettings with { Tls = tls, Web = settings.Web.IsEncrypted && actorSettings.Web is { } web ? web with { Tls = tls } : actorSettings.Web },
                signals.StopRequested);
        }
        finally
        {
            await Log.CloseAndFlushAsync();
        }
    }

    private static string? FindSharedPort(ServerActorSettings settings, Texts texts)
    {
        var ports = PortsOf(settings);
        var shared = ports.SelectMany((port, index) => ports.Skip(index + 1).Select(other => EndPoints.FindShared(port, other)));
        return shared.FirstOrDefault(endPoint => endPoint is not null) is { } first ? texts.Error(texts.SamePort(first.ToString())) : null;
    }

    private static IReadOnlyList<IPEndPoint>[] PortsOf(ServerActorSettings settings) =>
        [settings.Chat, settings.ChatTls, settings.Confirmation, settings.ConfirmationTls, settings.Web?.EndPoints ?? []];

    private static LogSetupResult OpenLog(SettingsResult.Loaded loaded, Texts texts, StandardConsole console)
    {
        var colours = ConsoleLineFormatter.WantsColours(!Console.IsErrorRedirected, Environment.GetEnvironmentVariable);
        var result = LogSetup.Create(loaded.Settings.Logging, loaded.Config.GetString("akka.loglevel", "INFO"), texts, colours, console.ErrorStream);
        if (result is LogSetupResult.Ready ready)
        {
            Log.Logger = ready.Logger;
            console.OutputStream.Report = ready.OutputReport;
        }

        return result;
    }

    private static async Task<int> Print(TextWriter writer, string line, int exitCode)
    {
        await writer.WriteLineAsync(line);
        return exitCode;
    }
}
