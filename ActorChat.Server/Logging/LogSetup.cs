using ActorChat.Server.Configuration;
using ActorChat.Server.Errors;
using ActorChat.Server.Output;
using ActorChat.Server.Resources;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace ActorChat.Server.Logging;

/// <summary>
/// Opens the log: standard error, and a JSON file if the settings name one. Neither can block the server: lost lines are
/// counted, and the other output reports them.
/// </summary>
internal static class LogSetup
{
    // How long the disk may take for the last lines.
    private static readonly TimeSpan EndTimeout = TimeSpan.FromSeconds(3);

    private static readonly JsonLineFormatter Json = new();

    /// <summary>The level is the value of <c>akka.loglevel</c>, as the runtime publishes nothing below it.</summary>
    public static LogSetupResult Create(LoggingSettings settings, string level, Texts texts, bool colours, BackgroundWriter errors)
    {
        RollingFile? file = null;
        if (FindObstacle(settings, texts, path => file = RollingFile.Open(path)) is { } obstacle)
            return new LogSetupResult.Refused(obstacle);

        var minimum = LevelOf(level);
        var console = new ConsoleLineFormatter(colours, stackTraces: minimum == LogEventLevel.Debug);
        errors.Report = new LossReport { Notice = lost => LogEntries.RenderWarning(texts.LinesLost(texts.StandardError, lost), console) };
        var configuration = new LoggerConfiguration().MinimumLevel.Is(minimum).WriteTo.Sink(new BackgroundSink(console, errors));
        if (file is not null)
            configuration.WriteTo.Sink(new BackgroundSink(Json, WriterTo(file, settings.JsonFile!, texts, Warn), EndTimeout));
        return new LogSetupResult.Ready(configuration.CreateLogger(), new LossReport { Started = why => Warn(CannotWrite(texts.StandardOutput, why, texts)) });

        void Warn(string text) => errors.Write(LogEntries.RenderWarning(text, console));
    }

    /// <summary>Tests whether the log can be opened; creates nothing. Returns a whole <c>[ERROR] …</c> line, or null.</summary>
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
            Started = why => warn(CannotWrite(path, why, texts)),
            Notice = lost => LogEntries.RenderWarning(texts.LinesLost(path, lost), Json),
            Ended = lost => warn(texts.LinesLost(path, lost)),
        },
    };

    private static string CannotWrite(string place, Exception? why, Texts texts) =>
        texts.CannotWrite(place, why is null ? texts.OutputBlocked : SystemErrors.Describe(why, texts));

    // OFF maps to Fatal, a level that the server never uses.
    private static LogEventLevel LevelOf(string level) => level.ToUpperInvariant() switch
    {
        "DEBUG" => LogEventLevel.Debug,
        "INFO" => LogEventLevel.Information,
        "WARNING" => LogEventLevel.Warning,
        "ERROR" => LogEventLevel.Error,
        _ => LogEventLevel.Fatal,
    };
}

internal abstract record LogSetupResult
{
    private LogSetupResult()
    {
    }

    /// <param name="Logger">For <see cref="Log.Logger"/>; whoever sets it there closes it.</param>
    /// <param name="OutputReport">Logs when standard output cannot be written.</param>
    public sealed record Ready(Logger Logger, LossReport OutputReport) : LogSetupResult;

    /// <param name="Line">Why the file is not writable, as a whole <c>[ERROR] …</c> line.</param>
    public sealed record Refused(string Line) : LogSetupResult;
}
