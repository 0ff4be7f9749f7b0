using ActorChat.Server.Storage.Accounts;
using ActorChat.Server.Storage.Archive;
using ActorChat.Server.Storage.Search;
using ActorChat.Server.Storage.Tokens;

namespace ActorChat.Server.Storage;

/// <summary>A database of the messages and of what stands beside them. Each has a connection of its own.</summary>
/// <exception cref="Errors.OpenException">It cannot be opened.</exception>
internal interface IMessageDatabase
{
    IMessageStore OpenMessages();

    IMessageReader OpenReader();

    IAccountStore OpenAccounts();

    /// <summary>Opens the search, or gives null where nobody has searched so far and it is not to be made.</summary>
    IMessageSearch? OpenSearch(bool create);

    IMessageArchive OpenArchive();

    /// <summary>Opens the tokens of programs, of a database that must be there.</summary>
    TokenStore OpenTokens();
}
