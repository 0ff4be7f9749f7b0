using System.Text.RegularExpressions;
using Akka.Event;
using Akka.TestKit.Internal;

namespace Akka.TestKit;

/// <content>Expectations on lines of a level.</content>
public partial class EventFilterFactory
{
    /// <summary>Lines of this level.</summary>
    public IEventFilterApplier ForLogLevel(LogLevel logLevel, string? message = null, string? start = null, string? contains = null, string? source = null) =>
        Lines(logLevel, new TextMatcher(message, start, contains), source);

    /// <summary>Lines of this level whose text fits a pattern.</summary>
    public IEventFilterApplier ForLogLevel(LogLevel logLevel, Regex pattern, string? source = null) =>
        Lines(logLevel, new TextMatcher(Pattern: pattern), source);

    /// <summary>Lines of level ERROR.</summary>
    public IEventFilterApplier Error(string? message = null, string? start = null, string? contains = null, string? source = null) =>
        ForLogLevel(LogLevel.ErrorLevel, message, start, contains, source);

    /// <summary>Lines of level ERROR whose text fits a pattern.</summary>
    public IEventFilterApplier Error(Regex pattern, string? source = null) => ForLogLevel(LogLevel.ErrorLevel, pattern, source);

    /// <summary>Lines of level WARNING.</summary>
    public IEventFilterApplier Warning(string? message = null, string? start = null, string? contains = null, string? source = null) =>
        ForLogLevel(LogLevel.WarningLevel, message, start, contains, source);

    /// <summary>Lines of level WARNING whose text fits a pattern.</summary>
    public IEventFilterApplier Warning(Regex pattern, string? source = null) => ForLogLevel(LogLevel.WarningLevel, pattern, source);

    /// <summary>Lines of level INFO.</summary>
    public IEventFilterApplier Info(string? message = null, string? start = null, string? contains = null, string? source = null) =>
        ForLogLevel(LogLevel.InfoLevel, message, start, contains, source);

    /// <summary>Lines of level INFO whose text fits a pattern.</summary>
    public IEventFilterApplier Info(Regex pattern, string? source = null) => ForLogLevel(LogLevel.InfoLevel, pattern, source);

    /// <summary>Lines of level DEBUG.</summary>
    public IEventFilterApplier Debug(string? message = null, string? start = null, string? contains = null, string? source = null) =>
        ForLogLevel(LogLevel.DebugLevel, message, start, contains, source);

    /// <summary>Lines of level DEBUG whose text fits a pattern.</summary>
    public IEventFilterApplier Debug(Regex pattern, string? source = null) => ForLogLevel(LogLevel.DebugLevel, pattern, source);

    private EventFilterApplier Lines(LogLevel level, TextMatcher text, string? source) => Apply(
        e => e.LogLevel() == level && IsFrom(e, source) && text.Fits(e.Message.ToString()),
        $"{level.StringFor()} with {text} from {source ?? "anywhere"}");
}
