using ActorChat.Server.Resources;

namespace ActorChat.Server.Storage;

/// <summary>What the persistence actors are given.</summary>
/// <param name="OpenMessages">Opens the messages; throws <see cref="OpenException"/>. Called at the start and after a failure.</param>
/// <param name="OpenUsers">Opens the users; throws <see cref="OpenException"/>. Called at the start and after a failure.</param>
/// <param name="MaxBatch">The most messages in one transaction.</param>
/// <param name="Dispatcher">The dispatcher of the actor that writes messages: one thread, because a commit blocks it.</param>
/// <param name="UsersDispatcher">The dispatcher of the actor that writes users: a thread of its own, so that a slow one delays no message.</param>
/// <param name="Clock">Stamps messages and users.</param>
/// <param name="Texts">For the log.</param>
internal sealed record PersistenceContext(
    Func<IMessageStore> OpenMessages,
    Func<IUserStore> OpenUsers,
    int MaxBatch,
    string Dispatcher,
    string UsersDispatcher,
    TimeProvider Clock,
    Texts Texts)
{
    /// <summary>
    /// Cancelled when the server stops and can wait no longer for a lock: a thread that waits for one hears no message. The databases have
    /// its token.
    /// </summary>
    public CancellationTokenSource Hurry { get; init; } = new();
}
