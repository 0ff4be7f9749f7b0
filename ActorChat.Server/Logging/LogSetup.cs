using ActorChat.Server.Configuration;
using ActorChat.Server.Errors;
using ActorChat.Server.Output;
using ActorChat.Server.Resources;
using Serilog;
using Serilog.Events;

namespace ActorChat.Server.Logging;

/// <summary>
/// Opens the log: standard error always, a file of JSON objects where the settings ask for one. Neither holds up the server, whatever
/// its disk or its reader does: what cannot be written is counted, and the other one says so.
/// </summary>
internal static class LogSetup
{
    // What the file's disk may take for the last lines.
    private static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(3);

    private static readonly JsonLineFormatter Json = new();

    /// <summary>Opens the log.</summary>
    /// <param name="settings">Where it goes.</param>
    /// <param name="level">The value of <c>akka.loglevel</c>: what the runtime does not publish is not written either.</param>
    /// <param name="texts">The language of errors and warnings about the log itself.</param>
    /// <param name="colours">Whether standard error shows colours.</param>
    /// <param name="errors">Standard error.</param>
    public static LogSetupResult Create(LoggingSettings settings, string level, Texts texts, bool colours, BackgroundWriter errors)
    {
        RollingFile? file = null;
        if (FindObstacle(settings, texts, path => file = RollingFile.Open(path)) is { } obstacle)
            return new LogSetupResult.Refused(obstacle);

        var least = LevelOf(level);
        var console = new ConsoleLineFormatter(colours, stackTraces: least == LogEventLevel.Debug);
        errors.Report = new LossReport { Notice = lost => LogEntries.Warn(texts.LinesLost(texts.StandardError, lost), console) };
        var configuration = new LoggerConfiguration().MinimumLevel.Is(least).WriteTo.Sink(new BackgroundSink(console, errors));
        if (file is not null)
            configuration.WriteTo.Sink(new BackgroundSink(Json, WriterTo(file, settings.JsonFile!, texts, Warn), EndLimit));
        return new LogSetupResult.Ready(configuration.CreateLogger(), new LossReport { Began = why => Warn(CannotWrite(texts.StandardOutput, why, texts)) });

        void Warn(string text) => errors.Write(LogEntries.Warn(text, console));
    }

    /// <summary>Why the log cannot be opened, as a whole <c>[ERROR] …</c> line; null where nothing speaks against it. Makes nothing.</summary>
    public static string? FindObstacle(LoggingSettings settings, Texts texts) => FindObstacle(settings, texts, RollingFile.Check);

    private static string? FindObstacle(LoggingSettings settings, Texts texts, Action<string> attempt)
    {
        if (settings.JsonFile is not { } path)
            return null;
        if (Directory.Exists(path))
            return Refusal(texts.IsFolder);
        try
        {
            attempt(path);
            return null;
        }
        catch (NotSupportedException)
        {
            return Refusal(texts.IsNoFile);
        }
        catch (Exception refusal) when (RollingFile.IsRefusal(refusal))
        {
            return Refusal(SystemErrors.Describe(refusal, texts));
        }

        string Refusal(string why) => texts.Error(texts.CannotOpenLogFile(path, why));
    }

    private static BackgroundWriter WriterTo(RollingFile file, string path, Texts texts, Action<string> warn) => new("log file", file)
    {
        Report = new LossReport
        {
            Began = why => warn(CannotWrite(path, why, texts)),
            Notice = lost => LogEntries.Warn(texts.LinesLost(path, lost), Json),
            Ended = lost => warn(texts.LinesLost(path, lost)),
        },
    };

    private static string CannotWrite(string place, Exception? why, Texts texts) =>
        texts.CannotWrite(place, why is null ? texts.TakesNothing : SystemErrors.Describe(why, texts));

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
