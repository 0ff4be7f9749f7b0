using ActorChat.Server.Resources;
using ActorChat.Server.Storage.Errors;
using ActorChat.Server.Telemetry;
using Akka.Event;

namespace ActorChat.Server.Storage.History;

/// <summary>A reader of messages that is opened when somebody first asks, and anew after a failure, which it logs.</summary>
/// <param name="context">Opens it.</param>
/// <param name="log">The log.</param>
/// <param name="words">The line of the log, from the reason.</param>
internal sealed class ReaderConnection(PersistenceContext context, ILoggingAdapter log, Func<Texts, string, string> words)
{
    private readonly Reopenable<IMessageReader> _reader = new(context.OpenReader);
    private LogThrottle _failureThrottle;

    /// <summary>Returns null if it cannot be read.</summary>
    public T? TryRead<T>(Func<IMessageReader, T> read)
        where T : class
    {
        try
        {
            return _reader.UseOrRetry(read);
        }
        catch (OpenException unavailable)
        {
            _reader.Close();
            LogNotRead(unavailable);
            return null;
        }
    }

    public void Close() => _reader.Close();

    private void LogNotRead(OpenException unavailable)
    {
        if (!_failureThrottle.TryPass(context.Clock.GetElapsedTime(0), out var leftOut))
            return;
        log.Error(context.Texts.AndNotLogged(words(context.Texts, unavailable.Describe(context.Texts)), leftOut));
    }
}
