using System.Diagnostics.CodeAnalysis;
using Akka.Actor;

namespace ActorChat.Server.Chat;

/// <summary>The members of a room, by nickname: no two have the same one, or nicknames that look alike.</summary>
internal sealed class Roster
{
    // Each under its key and its look, which are mostly the same.
    private readonly Dictionary<string, Member> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<IActorRef, Member> _byConnection = [];
    private readonly SortedSet<Nickname> _nicknames = [];

    /// <summary>How many there are.</summary>
    public int Count => _byConnection.Count;

    /// <summary>All of them, in no order.</summary>
    public Dictionary<IActorRef, Member>.ValueCollection Members => _byConnection.Values;

    /// <summary>All nicknames, in alphabetical order.</summary>
    public IReadOnlyCollection<Nickname> Nicknames => _nicknames;

    /// <summary>Adds a member. False when the nickname, or one that looks like it, is taken, or the connection is a member already.</summary>
    public bool TryAdd(Member member)
    {
        if (TryFind(member.Who, out _) || !_byConnection.TryAdd(member.Connection, member))
            return false;
        _byName.Add(member.Who.Casefolded, member);
        _byName.TryAdd(member.Who.Skeleton, member);
        _nicknames.Add(member.Who);
        return true;
    }

    /// <summary>Takes the member of a connection away.</summary>
    public bool TryRemove(IActorRef connection, [MaybeNullWhen(false)] out Member member)
    {
        if (!_byConnection.Remove(connection, out member))
            return false;
        _byName.Remove(member.Who.Casefolded);
        _byName.Remove(member.Who.Skeleton);
        _nicknames.Remove(member.Who);
        return true;
    }

    /// <summary>Finds the member of a connection.</summary>
    public bool TryFind(IActorRef connection, [MaybeNullWhen(false)] out Member member) => _byConnection.TryGetValue(connection, out member);

    /// <summary>Finds a member by any spelling of the nickname, or else by a nickname that looks like it.</summary>
    public bool TryFind(Nickname who, [MaybeNullWhen(false)] out Member member) =>
        _byName.TryGetValue(who.Casefolded, out member) || _byName.TryGetValue(who.Skeleton, out member);
}
