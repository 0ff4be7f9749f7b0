using System.Text.RegularExpressions;
using Akka.Actor;
using Akka.Event;
using Akka.TestKit.Internal;

namespace Akka.TestKit;

/// <summary>
/// Expectations on what a system logs. They need the <see cref="TestEventListener"/> among its loggers; what they match is not
/// printed. The first of <c>message</c> (the whole text), <c>start</c> and <c>contains</c> that is given counts; <c>source</c> is
/// the path of the actor, with or without the address, or the name of another source.
/// </summary>
public partial class EventFilterFactory
{
    private readonly TestKitBase _testkit;
    private readonly ActorSystem _system;
    private readonly IReadOnlyList<EventFilterBase> _filters;

    /// <summary>For the system of a kit.</summary>
    public EventFilterFactory(TestKitBase testkit)
        : this(testkit, testkit.Sys, [])
    {
    }

    /// <summary>For another system.</summary>
    public EventFilterFactory(TestKitBase testkit, ActorSystem system)
        : this(testkit, system, [])
    {
    }

    /// <summary>With filters that count beside the one to be made.</summary>
    public EventFilterFactory(TestKitBase testkit, ActorSystem actorSystem, IReadOnlyList<EventFilterBase> filters) =>
        (_testkit, _system, _filters) = (testkit, actorSystem, filters);

    /// <summary>Events that fit a predicate.</summary>
    public IEventFilterApplier Custom(Predicate<LogEvent> predicate) => Apply(logEvent => predicate(logEvent), "custom");

    /// <summary>Events of a type that fit a predicate.</summary>
    public IEventFilterApplier Custom<TLogEvent>(Predicate<TLogEvent> predicate)
        where TLogEvent : LogEvent => Apply(logEvent => logEvent is TLogEvent typed && predicate(typed), $"custom {typeof(TLogEvent).Name}");

    /// <summary>Errors about an exception of this type; the text is that of the log line or of the exception.</summary>
    public IEventFilterApplier Exception<TException>(Regex pattern, string? source = null)
        where TException : Exception => Exception(typeof(TException), pattern, source);

    /// <summary>Errors about an exception of this type; the text is that of the log line or of the exception.</summary>
    public IEventFilterApplier Exception(Type exceptionType, Regex pattern, string? source = null, bool checkInnerExceptions = false) =>
        Exception(exceptionType, new TextMatcher(Pattern: pattern), source, checkInnerExceptions);

    /// <summary>Errors about an exception of this type; the text is that of the log line or of the exception.</summary>
    public IEventFilterApplier Exception<TException>(string? message = null, string? start = null, string? contains = null, string? source = null)
        where TException : Exception => Exception(typeof(TException), message, start, contains, source);

    /// <summary>Errors about an exception of this type; the text is that of the log line or of the exception.</summary>
    public IEventFilterApplier Exception(
        Type exceptionType, string? message = null, string? start = null, string? contains = null, string? source = null, bool checkInnerExceptions = false) =>
        Exception(exceptionType, new TextMatcher(message, start, contains), source, checkInnerExceptions);

    /// <summary>Any dead letter.</summary>
    public IEventFilterApplier DeadLetter() => DeadLetters(_ => true, null, "dead letter");

    /// <summary>Dead letters with a message of this type; the source is the receiver.</summary>
    public IEventFilterApplier DeadLetter<TMessage>(string? source = null) => DeadLetter(typeof(TMessage), source);

    /// <summary>Dead letters with a message of this type that fits; the source is the receiver.</summary>
    public IEventFilterApplier DeadLetter<TMessage>(Func<TMessage, bool> isMatch, string? source = null) =>
        DeadLetters(letter => letter.Message is TMessage message && isMatch(message), source, $"dead letter {typeof(TMessage)}");

    /// <summary>Dead letters with a message of this type; the source is the receiver.</summary>
    public IEventFilterApplier DeadLetter(Type type, string? source = null) => DeadLetter(type, _ => true, source);

    /// <summary>Dead letters with a message of this type that fits; the source is the receiver.</summary>
    public IEventFilterApplier DeadLetter(Type type, Func<object, bool> isMatch, string? source = null) =>
        DeadLetters(letter => type.IsInstanceOfType(letter.Message) && isMatch(letter.Message), source, $"dead letter {type}");

    private static bool IsFrom(LogEvent logEvent, string? source) =>
        source is null || logEvent.LogSource == source || NamesOf(logEvent.LogSource).Contains(source);

    // An actor's log names it as [akka://system/user/a#1]: the test may leave out the uid, and the address.
    private static IEnumerable<string> NamesOf(string source)
    {
        var path = source.Trim('[', ']').Split('#')[0];
        yield return path;
        if (path.StartsWith("akka://", StringComparison.Ordinal) && path.IndexOf('/', 7) is > 0 and var slash)
            yield return path[slash..];
    }

    private static IEnumerable<Exception> Causes(Exception? cause, bool inner)
    {
        for (var next = cause; next is not null; next = inner ? next.InnerException : null)
            yield return next;
    }

    private EventFilterApplier Exception(Type type, TextMatcher text, string? source, bool inner) => Apply(
        e => e is Error && IsFrom(e, source)
            && Causes(e.Cause, inner).Any(cause => type.IsInstanceOfType(cause) && (text.Fits(e.Message.ToString()) || text.Fits(cause.Message))),
        $"error about {type} with {text} from {source ?? "anywhere"}");

    // The listener shows a dead letter as a warning of its receiver.
    private EventFilterApplier DeadLetters(Func<DeadLetter, bool> fits, string? source, string description) =>
        Apply(e => e is Warning { Message: DeadLetter letter } && fits(letter) && IsFrom(e, source), description);

    private EventFilterApplier Apply(Func<LogEvent, bool> fits, string description) =>
        new(_testkit, _system, [.. _filters, new PredicateFilter(fits, description)]);
}
