using ActorChat.Server.Resources;
using ActorChat.Server.Storage.Errors;
using Akka.Event;

namespace ActorChat.Server.Storage.History;

/// <summary>A reader of messages that is opened when somebody first asks, and anew after a failure, which it logs.</summary>
/// <param name="context">Opens it.</param>
/// <param name="log">The log.</param>
/// <param name="words">The line of the log, from the reason.</param>
internal sealed class ReaderConnection(PersistenceContext context, ILoggingAdapter log, Func<Texts, string, string> words)
{
    private readonly Reopenable<IMessageReader> _reader = new(context.OpenReader);
    private readonly FailureLog _failures = new(context, log, words);

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
            _failures.Write(unavailable);
            return null;
        }
    }

    public void Close() => _reader.Close();
}
