using System.Diagnostics.CodeAnalysis;
using Akka.Actor;

namespace ActorChat.Server.Chat;

/// <summary>The members of a room, by nickname.</summary>
internal sealed class Roster
{
    private readonly Dictionary<Nickname, Member> _byNickname = [];
    private readonly Dictionary<IActorRef, Member> _byConnection = [];

    /// <summary>How many there are.</summary>
    public int Count => _byNickname.Count;

    /// <summary>All of them, in no order.</summary>
    public Dictionary<Nickname, Member>.ValueCollection Members => _byNickname.Values;

    /// <summary>All nicknames, in no order.</summary>
    public Dictionary<Nickname, Member>.KeyCollection Nicknames => _byNickname.Keys;

    /// <summary>Adds a member. False when the nickname is taken, or the connection is a member already.</summary>
    public bool TryAdd(Member member)
    {
        if (_byConnection.ContainsKey(member.Connection) || !_byNickname.TryAdd(member.Who, member))
            return false;
        _byConnection.Add(member.Connection, member);
        return true;
    }

    /// <summary>Takes the member of a connection away.</summary>
    public bool TryRemove(IActorRef connection, [MaybeNullWhen(false)] out Member member) =>
        _byConnection.Remove(connection, out member) && _byNickname.Remove(member.Who);

    /// <summary>Finds the member of a connection.</summary>
    public bool TryFind(IActorRef connection, [MaybeNullWhen(false)] out Member member) => _byConnection.TryGetValue(connection, out member);

    /// <summary>Finds a member by any spelling of the nickname.</summary>
    public bool TryFind(Nickname who, [MaybeNullWhen(false)] out Member member) => _byNickname.TryGetValue(who, out member);
}
