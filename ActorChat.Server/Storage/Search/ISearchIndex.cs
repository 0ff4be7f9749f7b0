using ActorChat.Server.Storage.Errors;

namespace ActorChat.Server.Storage.Search;

/// <summary>
/// Which words are in which message, by ids. What it has lost is added again: nothing depends on it. Fails with <see cref="OpenException"/>.
/// </summary>
internal interface ISearchIndex : IDisposable
{
    /// <summary>The greatest id in it; 0 when it is empty.</summary>
    long Last { get; }

    /// <summary>Whether it has this message, with these words.</summary>
    bool Has(IndexedMessage message);

    /// <summary>Adds messages that are in the order of their ids. Those up to <see cref="Last"/> are there already.</summary>
    void Add(IReadOnlyList<IndexedMessage> messages);

    /// <summary>Removes messages below an id, so many at most.</summary>
    void Forget(long before, int count);

    /// <summary>Removes all.</summary>
    void Clear();

    /// <summary>Returns the ids of messages that may fit, so many at most, the newest first.</summary>
    /// <exception cref="TimeoutException">It takes longer than the limit.</exception>
    IReadOnlyList<long> Find(SearchQuery query, int count, TimeSpan limit);
}

/// <summary>A message as an index has it.</summary>
internal sealed record IndexedMessage(long Id, string Room, string[] Words);
