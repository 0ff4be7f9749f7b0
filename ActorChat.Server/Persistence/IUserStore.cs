namespace ActorChat.Server.Persistence;

/// <summary>
/// Who was seen when: the table <c>clientes</c>. Synchronous and for one caller at a time: its owner runs it on a thread of its own.
/// </summary>
internal interface IUserStore : IDisposable
{
    /// <summary>Records the sightings in one transaction: a known nickname gets the new time, an unknown one a row.</summary>
    /// <param name="users">
    /// May be empty. A nickname is the same as another if the strings are equal: the caller normalises. Of two sightings of one
    /// nickname the later in the list holds.
    /// </param>
    /// <exception cref="StorageException">Nothing of the list was stored. The store remains usable.</exception>
    void Upsert(IReadOnlyList<UserSighting> users);
}
