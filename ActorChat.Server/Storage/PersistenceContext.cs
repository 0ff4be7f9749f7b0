using ActorChat.Server.Resources;
using ActorChat.Server.Storage.Accounts;
using ActorChat.Server.Storage.Archive;
using ActorChat.Server.Storage.Errors;
using ActorChat.Server.Storage.Search;
using ActorChat.Server.Storage.Tokens;
using Akka.Actor;

namespace ActorChat.Server.Storage;

/// <summary>
/// What the persistence actors are given. The functions throw <see cref="OpenException"/>; they are called at the start, or when somebody
/// first reads, and after a failure. A transaction has <c>MaxBatch</c> messages at most, unless one request has more.
/// </summary>
internal sealed record PersistenceContext(
    Func<IMessageStore> OpenMessages,
    Func<IMessageReader> OpenReader,
    Func<IUserStore> OpenUsers,
    Func<IAccountStore> OpenAccounts,
    int MaxBatch,
    PersistenceDispatchers Dispatchers,
    TimeProvider Clock,
    Texts Texts)
{
    /// <summary>How long messages are kept; null for ever.</summary>
    public Retention? Retention { get; init; }

    /// <summary>The limits of private messages that wait for their recipient.</summary>
    public WaitingLimits Waiting { get; init; } = new(Max: 200, KeptFor: TimeSpan.FromDays(30));

    /// <summary>Opens the search, or gives null where nobody has searched so far and it is not to be made.</summary>
    public required Func<bool, IMessageSearch?> OpenSearch { get; init; }

    /// <summary>Opens the tokens of programs.</summary>
    public required Func<TokenStore> OpenTokens { get; init; }

    /// <summary>
    /// Cancelled when the server stops and can wait no longer for a lock: a thread that waits for one hears no message. The databases have
    /// its token.
    /// </summary>
    public CancellationTokenSource LockWaitCancellation { get; init; } = new();
}

/// <summary>A thread for each actor that a database may block: a slow one delays no other.</summary>
internal sealed record PersistenceDispatchers(string Messages, string Reading, string Searching, string Users, string Accounts);

/// <param name="Max">The number of messages that may wait for one recipient; positive.</param>
/// <param name="KeptFor">How long a message waits.</param>
internal sealed record WaitingLimits(int Max, TimeSpan KeptFor);

/// <summary>
/// Restarts an actor below persistence after any failure, as what it has to do is kept outside of it. One that cannot even be made takes
/// the server down.
/// </summary>
internal static class PersistenceSupervision
{
    public static Directive Decide(Exception failure) => failure is ActorInitializationException ? Directive.Escalate : Directive.Restart;
}
