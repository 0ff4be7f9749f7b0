using ActorChat.Server.Resources;
using ActorChat.Server.Storage.Errors;

namespace ActorChat.Server.Storage;

/// <summary>
/// Writes the table <c>clientes</c>. Synchronous and for one caller at a time: its owner runs it on a thread of its own.
/// </summary>
internal interface IUserStore : IDisposable
{
    /// <summary>What the operator should mend, though the store works; null where there is nothing.</summary>
    Func<Texts, string>? Caution => null;

    /// <summary>
    /// Records the sightings in one transaction: a known user gets the new time, an unknown one a row. Spellings of one nickname are one
    /// user; a table of ours keeps the last, one made by hand the one it has.
    /// </summary>
    /// <param name="users">May be empty. Of two sightings of one user the later in the list holds.</param>
    /// <exception cref="WriteException">Nothing of the list was stored. The store remains usable.</exception>
    void Upsert(IReadOnlyList<LastSeen> users);
}

/// <summary>A user has connected: a row of <c>clientes</c>.</summary>
/// <param name="Nickname">As its user spelt it; at most 64 characters.</param>
/// <param name="ConnectedAt">Its local time is stored to the second, as <c>yyyy-MM-dd HH:mm:ss</c>, the DATETIME text of both databases.</param>
internal sealed record LastSeen(string Nickname, DateTimeOffset ConnectedAt);
