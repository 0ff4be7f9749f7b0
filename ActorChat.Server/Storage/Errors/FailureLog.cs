using ActorChat.Server.Resources;
using ActorChat.Server.Telemetry;
using Akka.Event;

namespace ActorChat.Server.Storage.Errors;

/// <summary>Logs that a database does not do what it should, not more often than <see cref="LogThrottle"/> lets it.</summary>
/// <param name="context">The clock and the language.</param>
/// <param name="log">The log.</param>
/// <param name="words">The line of the log, from the reason.</param>
internal sealed class FailureLog(PersistenceContext context, ILoggingAdapter log, Func<Texts, string, string> words)
{
    private LogThrottle _throttle;

    public void Write(Exception failure)
    {
        if (_throttle.TryPass(context.Clock.GetElapsedTime(0), out var leftOut))
            log.Error(context.Texts.AndNotLogged(words(context.Texts, ReasonOf(failure, context.Texts)), leftOut));
    }

    /// <summary>Describes what a store has thrown.</summary>
    public static string ReasonOf(Exception failure, Texts texts) => failure switch
    {
        OpenException unavailable => unavailable.Describe(texts),
        WriteException refused => refused.Describe(texts),
        _ => throw new ArgumentOutOfRangeException(nameof(failure)),
    };
}
