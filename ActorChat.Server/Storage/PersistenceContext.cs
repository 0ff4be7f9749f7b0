using ActorChat.Server.Resources;
using ActorChat.Server.Storage.Errors;
using Akka.Actor;

namespace ActorChat.Server.Storage;

/// <summary>What the persistence actors are given.</summary>
/// <param name="OpenMessages">Opens the messages; throws <see cref="OpenException"/>. Called at the start and after a failure.</param>
/// <param name="OpenReader">Opens the messages for reading; throws <see cref="OpenException"/>. Called when somebody wants to read, and after a failure.</param>
/// <param name="OpenUsers">Opens the users; throws <see cref="OpenException"/>. Called at the start and after a failure.</param>
/// <param name="MaxBatch">The most messages in one transaction, unless one request has more.</param>
/// <param name="Dispatchers">The threads.</param>
/// <param name="Clock">Stamps users, and spaces lines of the log.</param>
/// <param name="Texts">For the log.</param>
internal sealed record PersistenceContext(
    Func<IMessageStore> OpenMessages,
    Func<IMessageReader> OpenReader,
    Func<IUserStore> OpenUsers,
    int MaxBatch,
    PersistenceDispatchers Dispatchers,
    TimeProvider Clock,
    Texts Texts)
{
    /// <summary>
    /// Cancelled when the server stops and can wait no longer for a lock: a thread that waits for one hears no message. The databases have
    /// its token.
    /// </summary>
    public CancellationTokenSource Hurry { get; init; } = new();
}

/// <summary>A thread for each actor that a database may block: a slow one delays no other.</summary>
internal sealed record PersistenceDispatchers(string Messages, string Reading, string Users);

/// <summary>
/// Restarts an actor below persistence after any failure, as what it has to do is kept outside of it. One that cannot even be made takes
/// the server down.
/// </summary>
internal static class PersistenceSupervision
{
    public static Directive Decide(Exception failure) => failure is ActorInitializationException ? Directive.Escalate : Directive.Restart;
}
