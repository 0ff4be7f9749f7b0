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
using ActorChat.Server.Storage.Errors;
using ActorChat.Server.Storage.MySql;
using ActorChat.Server.Storage.Sqlite;
using Akka.Configuration;
using Serilog;

namespace ActorChat.Server.Hosting;

/// <summary>
/// The composition root: understands the command line, reads the settings, and runs what was asked for. The only place that knows
/// the settings as a whole; every mistake of the operator ends here as one line and an exit code.
/// </summary>
internal static class ServerProgram
{
    // What a slow reader may take for the answer to a command, and for the last lines of a server.
    private static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(10), LastLinesLimit = TimeSpan.FromSeconds(1.5);

    // For standard error, where standard output has used up the time of both.
    private static readonly TimeSpan LeastLimit = TimeSpan.FromMilliseconds(500);

    /// <summary>Does what the command line asks for. Gives the exit code.</summary>
    public static async Task<int> RunAsync(string[] args, StandardConsole console)
    {
        var request = CommandLineParser.Parse(args);
        var exitCode = await FulfilAsync(request, console);
        var limit = request is CommandLineRequest.Run ? LastLinesLimit : AnswerLimit;
        var began = Stopwatch.GetTimestamp();
        if (!console.OutputStream.Complete(limit) && exitCode == ExitCode.Success && IsOnlyText(request))
            exitCode = await Say(console.Errors, OutputFailure(console.OutputStream, CommandLineParser.TextsFor(args)), ExitCode.OutputFailed);
        var left = limit - Stopwatch.GetElapsedTime(began);
        console.ErrorStream.Complete(left > LeastLimit ? left : LeastLimit);
        return exitCode;
    }

    // Of all else the text is only news: what was done, or found, is told by the exit code.
    private static bool IsOnlyText(CommandLineRequest request) => request is CommandLineRequest.ShowText or CommandLineRequest.PrintConfig;

    private static string OutputFailure(BackgroundWriter output, Texts texts) =>
        texts.Error(texts.CannotWrite(texts.StandardOutput, output.Failure is { } failure ? SystemErrors.Describe(failure, texts) : texts.TakesNothing));

    private static Task<int> FulfilAsync(CommandLineRequest request, StandardConsole console)
    {
        var (output, errors) = (console.Output, console.Errors);
        return request switch
        {
            CommandLineRequest.ShowText show => Say(output, show.Text.TrimEnd('\n'), ExitCode.Success),
            CommandLineRequest.Refuse refuse => Say(errors, refuse.Line, ExitCode.Usage),
            CommandLineRequest.PrintConfig print => WithSettings(print.Options, errors, loaded => Say(output, EffectiveSettings.Render(loaded.Config).TrimEnd('\n'), ExitCode.Success)),
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
            SettingsResult.Refused refused => Say(errors, refused.Line, ExitCode.Usage),
            _ => throw new InvalidOperationException("Not a result."),
        };

    private static async Task<int> CheckAsync(SettingsResult.Loaded loaded, TextWriter output, TextWriter errors)
    {
        var texts = Texts.For(loaded.Settings.Language);
        if (!TryPrepare(loaded.Settings, texts, errors, out var node, out var exitCode))
            return exitCode;
        if (LogSetup.FindObstacle(loaded.Settings.Logging, texts) is { } obstacle)
            return await Say(errors, obstacle, ExitCode.Usage);
        List<string> databases;
        try
        {
            await ActorSystemFactory.Create(loaded.Config).Terminate();
            databases = CheckDatabases(loaded.Settings.Storage);
        }
        catch (ConfigurationException mistake)
        {
            return await Say(errors, texts.Error(loaded.Explain(mistake.Message)(texts)), ExitCode.Usage);
        }
        catch (OpenException unavailable)
        {
            return await Say(errors, texts.Error(unavailable.Describe(texts)), ExitCode.DatabaseUnavailable);
        }

        IEnumerable<IPEndPoint> ports = [.. node.Chat, .. node.Confirmation];
        if (PortCheck.FindFailures(ports) is { Count: > 0 } failures)
            return await Say(errors, texts.Error(StartFailureTexts.Describe(failures, texts)), ExitCode.PortUnavailable);
        object?[] places = [string.Join(", ", ports), .. databases, LogFileOf(loaded.Settings)];
        return await Say(output, texts.CheckOk(string.Join(", ", places.Where(place => place is not null))), ExitCode.Success);
    }

    // Gives the place of each.
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

    private static async Task<int> ServeAsync(SettingsResult.Loaded loaded, StandardConsole console)
    {
        var (output, errors) = (console.Output, console.Errors);
        var texts = Texts.For(loaded.Settings.Language);
        if (!TryPrepare(loaded.Settings, texts, errors, out var node, out var exitCode))
            return exitCode;
        if (OpenLog(loaded, texts, console) is LogSetupResult.Refused refused)
            return await Say(errors, refused.Line, ExitCode.Usage);

        using var signals = new StopSignals();
        using var noSignal = new FileSizeSignal();
        try
        {
            return await new ServerHost(loaded.Settings, loaded.Config, texts, output, errors).RunAsync(node, signals.Requested);
        }
        catch (ConfigurationException mistake)
        {
            // A value under akka, which only the runtime understands.
            return await Say(errors, texts.Error(loaded.Explain(mistake.Message)(texts)), ExitCode.Usage);
        }
        finally
        {
            await Log.CloseAndFlushAsync();
        }
    }

    private static LogSetupResult OpenLog(SettingsResult.Loaded loaded, Texts texts, StandardConsole console)
    {
        var colours = ConsoleColours.Wanted(!Console.IsErrorRedirected, Environment.GetEnvironmentVariable);
        var result = LogSetup.Create(loaded.Settings.Logging, loaded.Config.GetString("akka.loglevel", "INFO"), texts, colours, console.ErrorStream);
        if (result is LogSetupResult.Ready ready)
        {
            Log.Logger = ready.Logger;
            console.OutputStream.Report = ready.OutputReport;
        }

        return result;
    }

    // False when the addresses or the path of the database cannot be ones: said already.
    private static bool TryPrepare(
        ServerSettings settings, Texts texts, TextWriter errors, [NotNullWhen(true)] out ServerActorSettings? node, out int exitCode)
    {
        node = null;
        exitCode = ExitCode.Success;
        try
        {
            node = ServerActorSettingsFactory.From(settings, texts, TimeProvider.System);
            if (EndPoints.FindShared(node.Chat, node.Confirmation) is not { } shared)
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

    private static async Task<int> Say(TextWriter writer, string line, int exitCode)
    {
        await writer.WriteLineAsync(line);
        return exitCode;
    }
}
