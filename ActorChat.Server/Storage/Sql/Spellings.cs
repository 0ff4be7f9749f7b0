namespace ActorChat.Server.Storage.Sql;

/// <summary>
/// The nicknames of a table made by hand, which has no key of ours. They are read once for a list of sightings, and only when somebody
/// is not found as spelt.
/// </summary>
/// <param name="read">Reads all nicknames of the table.</param>
internal sealed class Spellings(Func<IEnumerable<string>> read)
{
    private readonly Lazy<Dictionary<string, string>> _byPerson = new(() =>
    {
        var byPerson = new Dictionary<string, string>();
        foreach (var nickname in read())
            byPerson.TryAdd(CaseFolding.Casefold(nickname), nickname);
        return byPerson;
    });

    /// <summary>How the table spells this user; null when it does not know the user.</summary>
    public string? Find(string nickname) => _byPerson.Value.GetValueOrDefault(CaseFolding.Casefold(nickname));

    /// <summary>The table has got a row for this user.</summary>
    public void Add(string nickname) => _byPerson.Value[CaseFolding.Casefold(nickname)] = nickname;
}
