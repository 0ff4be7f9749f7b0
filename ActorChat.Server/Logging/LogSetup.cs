using ActorChat.Server.Configuration;
using ActorChat.Server.Errors;
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
            return SystemErrors.Describe(refusal, texts);
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
