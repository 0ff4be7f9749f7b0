using System.Diagnostics.CodeAnalysis;

namespace ActorChat.Server.Chat.Rooms;

/// <summary>The members of a room on all nodes, with unique nicknames.</summary>
internal sealed class RoomMembers
{
    private readonly Dictionary<SessionId, RoomMember> _bySession = [];
    private readonly Dictionary<Nickname, SessionId> _byNickname = [];
    private readonly SortedSet<Nickname> _sorted = [];

    public int Count => _bySession.Count;

    /// <summary>All members, unordered.</summary>
    public IReadOnlyCollection<RoomMember> All => _bySession.Values;

    /// <summary>Adds a member. False if its session or nickname is present.</summary>
    public bool TryAdd(RoomMember member)
    {
        if (_byNickname.ContainsKey(member.Nickname) || !_bySession.TryAdd(member.Session, member))
            return false;
        _byNickname.Add(member.Nickname, member.Session);
        _sorted.Add(member.Nickname);
        return true;
    }

    /// <summary>Replaces a member that is present.</summary>
    public void Update(RoomMember member)
    {
        if (_bySession.ContainsKey(member.Session))
            _bySession[member.Session] = member;
    }

    public bool TryRemove(SessionId session, [MaybeNullWhen(false)] out RoomMember member)
    {
        if (!_bySession.Remove(session, out member))
            return false;
        _byNickname.Remove(member.Nickname);
        _sorted.Remove(member.Nickname);
        return true;
    }

    public bool TryFind(SessionId session, [MaybeNullWhen(false)] out RoomMember member) => _bySession.TryGetValue(session, out member);

    public bool TryFind(Nickname nickname, out SessionId session) => _byNickname.TryGetValue(nickname, out session);

    /// <summary>Lists one page of nicknames in alphabetical order.</summary>
    /// <param name="page">From 1; clamped to the last.</param>
    /// <param name="size">Nicknames per page; positive.</param>
    public ChatEvent.MemberList Page(int page, int size)
    {
        var (number, pages, listed) = Paging.Of(_sorted, Count, page, size);
        return new ChatEvent.MemberList(Count, number, pages, listed.Select(static member => member.Value).ToArray());
    }
}
