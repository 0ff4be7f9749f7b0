using System.Diagnostics.CodeAnalysis;
using Akka.Actor;

namespace ActorChat.Server.Chat;

/// <summary>The members of a room, by nickname: no two have the same one, or nicknames that look alike.</summary>
internal sealed class RoomMembers
{
    private readonly Dictionary<string, Member> _byCasefold = new(StringComparer.Ordinal);
    private readonly Skeletons _skeletons = new();
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
        if (TryFind(member.Who, out _) || _skeletons.Resembles(member.Who) || !_byConnection.TryAdd(member.Connection, member))
            return false;
        _byCasefold.Add(member.Who.Casefolded, member);
        _skeletons.Add(member.Who);
        _nicknames.Add(member.Who);
        return true;
    }

    /// <summary>Takes the member of a connection away.</summary>
    public bool TryRemove(IActorRef connection, [MaybeNullWhen(false)] out Member member)
    {
        if (!_byConnection.Remove(connection, out member))
            return false;
        _byCasefold.Remove(member.Who.Casefolded);
        _skeletons.Remove(member.Who);
        _nicknames.Remove(member.Who);
        return true;
    }

    /// <summary>Finds the member of a connection.</summary>
    public bool TryFind(IActorRef connection, [MaybeNullWhen(false)] out Member member) => _byConnection.TryGetValue(connection, out member);

    /// <summary>Finds a member by any spelling of the nickname; never one that only looks like it, who is somebody else.</summary>
    public bool TryFind(Nickname who, [MaybeNullWhen(false)] out Member member) => _byCasefold.TryGetValue(who.Casefolded, out member);
}
