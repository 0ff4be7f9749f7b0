using System.Diagnostics.CodeAnalysis;

namespace ActorChat.Server.Chat.Rooms;

/// <summary>The members of a room on all nodes. A nickname is in it once.</summary>
internal sealed class RoomMembers
{
    private readonly Dictionary<SessionId, RoomMember> _bySession = [];
    private readonly Dictionary<Nickname, SessionId> _byNickname = [];
    private readonly SortedSet<Nickname> _sorted = [];

    /// <summary>How many there are.</summary>
    public int Count => _bySession.Count;

    /// <summary>All of them, in no order.</summary>
    public IReadOnlyCollection<RoomMember> All => _bySession.Values;

    /// <summary>Adds a member. False when its session, or its nickname, is in already.</summary>
    public bool TryAdd(RoomMember member)
    {
        if (_byNickname.ContainsKey(member.Nickname) || !_bySession.TryAdd(member.Session, member))
            return false;
        _byNickname.Add(member.Nickname, member.Session);
        _sorted.Add(member.Nickname);
        return true;
    }

    /// <summary>Removes the member of a session.</summary>
    public bool TryRemove(SessionId session, [MaybeNullWhen(false)] out RoomMember member)
    {
        if (!_bySession.Remove(session, out member))
            return false;
        _byNickname.Remove(member.Nickname);
        _sorted.Remove(member.Nickname);
        return true;
    }

    /// <summary>Finds a member by its session.</summary>
    public bool TryFind(SessionId session, [MaybeNullWhen(false)] out RoomMember member) => _bySession.TryGetValue(session, out member);

    /// <summary>Finds the session that has a nickname in this room.</summary>
    public bool TryFind(Nickname nickname, out SessionId session) => _byNickname.TryGetValue(nickname, out session);

    /// <summary>Makes a page of the nicknames, in alphabetical order.</summary>
    /// <param name="page">From 1; one behind the last means the last.</param>
    /// <param name="size">Nicknames of a page; more than zero.</param>
    public ChatEvent.MemberList Page(int page, int size)
    {
        var pages = Math.Max(1, (Count + size - 1) / size);
        page = Math.Min(page, pages);
        return new ChatEvent.MemberList(Count, page, pages, _sorted.Skip((page - 1) * size).Take(size).Select(static member => member.Value).ToArray());
    }
}
