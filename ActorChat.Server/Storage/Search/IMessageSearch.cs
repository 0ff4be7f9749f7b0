using ActorChat.Server.Storage.Errors;

namespace ActorChat.Server.Storage.Search;

/// <summary>
/// Finds messages by their words, through an index beside the table <c>mensajes</c>. Synchronous and for one caller at a time. After an
/// <see cref="OpenException"/> of <see cref="Find"/> it is of no more use.
/// </summary>
internal interface IMessageSearch : IDisposable
{
    /// <summary>Adds the oldest messages that the index lacks, so many at most.</summary>
    /// <returns>The part of all messages that it has now, 1 for all.</returns>
    /// <exception cref="OpenException">It cannot be written. Unless it is gone or damaged, what it has can still be found.</exception>
    double CatchUp(int count);

    /// <summary>Returns the newest messages that a query finds, so many at most, in the order in which they were stored.</summary>
    /// <exception cref="TimeoutException">It takes longer than the limit.</exception>
    SearchPage Find(SearchQuery query, int count, TimeSpan limit);
}

/// <summary>What is looked for: messages with all of the words.</summary>
/// <param name="Rooms">The rooms as stored, one at least.</param>
/// <param name="Words">Words as <see cref="SearchWords.Split"/> gives them.</param>
/// <param name="Before">Only messages below this id.</param>
internal sealed record SearchQuery(string[] Rooms, string[] Words, long Before)
{
    /// <summary>Shows no words of users.</summary>
    public override string ToString() => $"SearchQuery {{ Rooms = {Rooms.Length}, Words = {Words.Length} }}";
}

/// <summary>What was found.</summary>
/// <param name="Messages">The messages, the oldest first.</param>
/// <param name="More">The id below which there is more; null where there is none.</param>
internal sealed record SearchPage(StoredMessage[] Messages, long? More)
{
    /// <inheritdoc cref="SearchQuery.ToString"/>
    public override string ToString() => $"SearchPage {{ Count = {Messages.Length} }}";
}
