using System.Diagnostics.CodeAnalysis;

namespace ActorChat.Server.Chat.Nicknames;

/// <summary>The nicknames that have an account: only their owners may have them, and nobody one that is confusable with them.</summary>
internal sealed class RegisteredNames
{
    private readonly Dictionary<string, Nickname> _byCasefold = new(StringComparer.Ordinal);
    private readonly Skeletons _skeletons = new();

    /// <summary>The names of the storage. One that is no nickname any more has nobody to take it.</summary>
    public static RegisteredNames Of(IEnumerable<string> names)
    {
        var registered = new RegisteredNames();
        foreach (var name in names)
        {
            if (Nickname.TryParse(name, out var nickname))
                registered.Add(nickname);
        }

        return registered;
    }

    public void Add(Nickname name)
    {
        if (_byCasefold.TryAdd(name.Casefolded, name))
            _skeletons.Add(name);
    }

    public void Remove(Nickname name)
    {
        if (_byCasefold.Remove(name.Casefolded, out var registered))
            _skeletons.Remove(registered);
    }

    /// <summary>Finds the spelling that was registered.</summary>
    public bool TryFind(Nickname name, [MaybeNullWhen(false)] out Nickname registered) => _byCasefold.TryGetValue(name.Casefolded, out registered);

    /// <summary>Whether a nickname is confusable with a registered one, other than itself.</summary>
    public bool Resembles(Nickname name)
    {
        if (!TryFind(name, out var own))
            return _skeletons.Resembles(name);
        _skeletons.Remove(own);
        var resembles = _skeletons.Resembles(name);
        _skeletons.Add(own);
        return resembles;
    }
}
