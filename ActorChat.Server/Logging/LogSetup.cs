using ActorChat.Server.Configuration;
using ActorChat.Server.Resources;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Json;

namespace ActorChat.Server.Logging;

/// <summary>Opens the log: standard error always, a file of JSON objects where the settings ask for one.</summary>
internal static class LogSetup
{
    private const long FileBytes = 100L << 20;
    private const int FilesKept = 5;

    /// <summary>Opens the log.</summary>
    /// <param name="settings">Where it goes.</param>
    /// <param name="level">The value of <c>akka.loglevel</c>: what the runtime does not publish is not written either.</param>
    /// <param name="texts">The language of the error.</param>
    /// <param name="colours">Whether standard error shows colours.</param>
    public static LogSetupResult Create(LoggingSettings settings, string level, Texts texts, bool colours)
    {
        if (settings.JsonFile is { } path && FindObstacle(path, texts) is { } obstacle)
            return new LogSetupResult.Refused(texts.Error(texts.CannotOpenLogFile(path, obstacle)));

        return new LogSetupResult.Ready(Open(settings, LevelOf(level), colours));
    }

    /// <summary>Why <see cref="Create"/> would refuse; null where nothing speaks against it. What was not there before is not there afterwards.</summary>
    public static LogSetupResult.Refused? Check(LoggingSettings settings, Texts texts)
    {
        if (settings.JsonFile is not { } path)
            return null;
        var missing = FindMissing(Path.GetFullPath(path));
        var obstacle = FindObstacle(path, texts);
        Remove(missing);
        return obstacle is null ? null : new LogSetupResult.Refused(texts.Error(texts.CannotOpenLogFile(path, obstacle)));
    }

    // The file and the folders around it that are not there, the innermost first; not behind a link, which is there itself.
    private static List<string> FindMissing(string path)
    {
        List<string> missing = [];
        for (var part = path; part is not null && !Path.Exists(part) && new FileInfo(part).LinkTarget is null; part = Path.GetDirectoryName(part))
            missing.Add(part);
        return missing;
    }

    private static void Remove(List<string> made)
    {
        foreach (var part in made)
        {
            try
            {
                if (Directory.Exists(part))
                    Directory.Delete(part);
                else
                    File.Delete(part);
            }
            catch (IOException)
            {
                // Somebody has put something into the folder meanwhile, and needs it.
            }
        }
    }

    private static Logger Open(LoggingSettings settings, LogEventLevel level, bool colours)
    {
        var console = new ConsoleLineFormatter(colours, stackTraces: level == LogEventLevel.Debug);
        var configuration = new LoggerConfiguration()
            .MinimumLevel.Is(level)
            .WriteTo.Console(console, standardErrorFromLevel: LevelAlias.Minimum);
        if (settings.JsonFile is { } path)
            configuration.WriteTo.File(
                new JsonFormatter(renderMessage: true), path, fileSizeLimitBytes: FileBytes, rollOnFileSizeLimit: true, retainedFileCountLimit: FilesKept);
        return configuration.CreateLogger();
    }

    // Serilog opens its file with the first event, and says nothing when it cannot.
    private static string? FindObstacle(string path, Texts texts)
    {
        if (Directory.Exists(path))
            return texts.IsFolder;

        try
        {
            var folder = Path.GetDirectoryName(Path.GetFullPath(path));
            if (!string.IsNullOrEmpty(folder))
                Directory.CreateDirectory(folder);
            using var probe = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read);
            return null;
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return refusal.Message;
        }
    }

    // OFF: nothing is graver than fatal, and nobody here logs at that level.
    private static LogEventLevel LevelOf(string level) => level.ToUpperInvariant() switch
    {
        "DEBUG" => LogEventLevel.Debug,
        "INFO" => LogEventLevel.Information,
        "WARNING" => LogEventLevel.Warning,
        "ERROR" => LogEventLevel.Error,
        _ => LogEventLevel.Fatal,
    };
}
