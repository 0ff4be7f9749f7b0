using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using ActorChat.Server.CommandLine;
using ActorChat.Server.Configuration;
using ActorChat.Server.Errors;
using ActorChat.Server.Lifecycle;
using ActorChat.Server.Logging;
using ActorChat.Server.Output;
using ActorChat.Server.Resources;
using ActorChat.Server.Storage;
using ActorChat.Server.Storage.MySql;
using ActorChat.Server.Storage.Sqlite;
using Akka.Configuration;
using Serilog;

namespace ActorChat.Server.Hosting;

/// <summary>
/// The composition root: parses the command line, reads the settings, and runs the request. Every mistake of the operator
/// ends here as one line and an exit code.
/// </summary>
internal static class ServerProgram
{
    // How long a slow reader may take for the answer to a command, and for the last lines of a server.
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
    private static bool IsOnlyText(CommandLineRequest request) => request is CommandLineRequest.ShowText or CommandLineRequest.PrintConfig;

    private static string OutputFailure(BackgroundWriter output, Texts texts) =>
        texts.Error(texts.CannotWrite(texts.StandardOutput, output.Failure is { } failure ? SystemErrors.Describe(failure, texts) : texts.TakesNothing));

    private static Task<int> ExecuteAsync(CommandLineRequest request, StandardConsole console)
    {
        var (output, errors) = (console.Output, console.Errors);
        return request switch
        {
            CommandLineRequest.ShowText show => Print(output, show.Text.TrimEnd('\n'), ExitCode.Success),
            CommandLineRequest.Refuse refuse => Print(errors, refuse.Line, ExitCode.Usage),
            CommandLineRequest.PrintConfig print => WithSettings(print.Options, errors, loaded => Print(output, EffectiveSettings.Render(loaded.Config).TrimEnd('\n'), ExitCode.Success)),
            CommandLineRequest.Check check => WithSettings(check.Options, errors, loaded => CheckAsync(loaded, output, errors)),
            CommandLineRequest.Backup backup => WithSettings(backup.Options, errors, loaded => BackupProgram.RunAsync(loaded.Settings, backup.File, output, errors)),
            CommandLineRequest.Run run => WithSettings(run.Options, errors, loaded => ServeAsync(loaded, console)),
            _ => throw new InvalidOperationException("Not a request."),
        };
    }

    private static Task<int> WithSettings(ServerOptions options, TextWriter errors, Func<SettingsResult.Loaded, Task<int>> use) =>
        SettingsLoader.Load(options.ConfigFiles, options.Sets, options.LogLevel) switch
        {
            SettingsResult.Loaded loaded => use(loaded),
            SettingsResult.Refused refused => Print(errors, refused.Line, ExitCode.Usage),
            _ => throw new InvalidOperationException("Not a result."),
        };

    private static async Task<int> CheckAsync(SettingsResult.Loaded loaded, TextWriter output, TextWriter errors)
    {
        var texts = Texts.For(loaded.Settings.Language);
        if (!TryPrepare(loaded.Settings, texts, errors, out var actorSettings, out var exitCode))
            return exitCode;
        if (LogSetup.FindObstacle(loaded.Settings.Logging, texts) is { } obstacle)
            return await Print(errors, obstacle, ExitCode.Usage);
        var users = loaded.Settings.Storage.MySql is { } server ? new MySqlDatabase(ServerActorSettingsFactory.Options(server)) : null;
        try
        {
            await ActorSystemFactory.Create(loaded.Config).Terminate();
            new SqliteDatabase(ServerActorSettingsFactory.Options(loaded.Settings.Storage)).Check();
            users?.Check();
        }
        catch (ConfigurationException mistake)
        {
            return await Print(errors, texts.Error(loaded.Explain(mistake.Message)(texts)), ExitCode.Usage);
        }
        catch (OpenException unavailable)
        {
            return await Print(errors, texts.Error(unavailable.Describe(texts)), ExitCode.DatabaseUnavailable);
        }

        IEnumerable<IPEndPoint> ports = [.. actorSettings.Chat, .. actorSettings.Confirmation];
        if (PortCheck.FindFailures(ports) is { Count: > 0 } failures)
            return await Print(errors, texts.Error(StartFailureTexts.Describe(failures, texts)), ExitCode.PortUnavailable);
        object?[] places = [string.Join(", ", ports), Path.GetFullPath(loaded.Settings.Storage.SqlitePath), users?.Location, LogFileOf(loaded.Settings)];
        return await Print(output, texts.CheckOk(string.Join(", ", places.Where(place => place is not null))), ExitCode.Success);
    }

    private static string? LogFileOf(ServerSettings settings) => settings.Logging.JsonFile is { } path ? Path.GetFullPath(path) : null;

    private static async Task<int> ServeAsync(SettingsResult.Loaded loaded, StandardConsole console)
    {
        var (output, errors) = (console.Output, console.Errors);
        var texts = Texts.For(loaded.Settings.Language);
        if (!TryPrepare(loaded.Settings, texts, errors, out var actorSettings, out var exitCode))
            return exitCode;
        if (OpenLog(loaded, texts, console) is LogSetupResult.Refused refused)
            return await Print(errors, refused.Line, ExitCode.Usage);

        using var signals = new ProcessSignals();
        try
        {
            return await new ServerHost(loaded.Settings, loaded.Config, texts, output, errors).RunAsync(actorSettings, signals.StopRequested);
        }
        catch (ConfigurationException mistake)
        {
            // Only the runtime understands the values under akka.
            return await Print(errors, texts.Error(loaded.Explain(mistake.Message)(texts)), ExitCode.Usage);
        }
        finally
        {
            await Log.CloseAndFlushAsync();
        }
    }

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

    // Returns false after it has reported an invalid address or database path.
    private static bool TryPrepare(
        ServerSettings settings, Texts texts, TextWriter errors, [NotNullWhen(true)] out ServerActorSettings? actorSettings, out int exitCode)
    {
        actorSettings = null;
        exitCode = ExitCode.Success;
        try
        {
            actorSettings = ServerActorSettingsFactory.From(settings, texts, TimeProvider.System);
            if (EndPoints.FindShared(actorSettings.Chat, actorSettings.Confirmation) is not { } shared)
                return true;
            errors.WriteLine(texts.Error(texts.SamePort(shared.ToString())));
            exitCode = ExitCode.Usage;
            return false;
        }
        catch (UnknownHostException unknown)
        {
            errors.WriteLine(texts.Error(texts.UnknownHost(unknown.Key, Excerpt.Truncate(unknown.Host), SystemErrors.Describe(unknown, texts))));
            exitCode = ExitCode.PortUnavailable;
        }
        catch (OpenException unavailable)
        {
            errors.WriteLine(texts.Error(unavailable.Describe(texts)));
            exitCode = ExitCode.DatabaseUnavailable;
        }

        return false;
    }

    private static async Task<int> Print(TextWriter writer, string line, int exitCode)
    {
        await writer.WriteLineAsync(line);
        return exitCode;
    }
}
