namespace ActorChat.Client.Terminal.Editing;

/// <summary>The members of the chat, learned from its lines, for completion.</summary>
internal sealed class RecentSpeakers
{
    // A room has at most as many members as a server has connections. Beyond this, the longest silent are forgotten.
    private const int MaxMembers = 20_000;

    private readonly LinkedList<string> _members = new();
    private readonly Dictionary<string, LinkedListNode<string>> _byName = new(CaseFolding.Comparer);

    /// <summary>Most recent speaker first, then those who have not spoken.</summary>
    public IEnumerable<string> ByRecency => _members;

    public void Observe(ServerLine line)
    {
        switch (line)
        {
            case ServerLine.Joined joined:
                Add(joined.Nick);
                break;
            case ServerLine.Left left:
                Remove(left.Nick);
                break;
            case ServerLine.Users users:
                // Who is not in this room may be in another.
                if (users is { IsWhole: true, Room.Length: 0 })
                    RemoveOthers(users.Nicks);
                foreach (var nick in users.Nicks)
                    Add(nick);
                break;
            default:
                if (SpeakerOf(line) is { } speaker)
                    MoveFirst(speaker);
                break;
        }
    }

    private static string? SpeakerOf(ServerLine line) => line switch
    {
        ServerLine.Public said => said.Nick,
        ServerLine.PrivateFrom said => said.Nick,
        ServerLine.PrivateTo said => said.Nick,
        _ => null,
    };

    private void MoveFirst(string nick)
    {
        Remove(nick);
        _byName[nick] = _members.AddFirst(nick);
        if (_members.Count > MaxMembers)
            Remove(_members.Last!.Value);
    }

    private void Add(string nick)
    {
        if (!_byName.ContainsKey(nick) && _members.Count < MaxMembers)
            _byName[nick] = _members.AddLast(nick);
    }

    private void Remove(string nick)
    {
        if (_byName.Remove(nick, out var node))
            _members.Remove(node);
    }

    private void RemoveOthers(IReadOnlyList<string> nicks)
    {
        var present = nicks.ToHashSet(CaseFolding.Comparer);
        foreach (var gone in _members.Where(nick => !present.Contains(nick)).ToArray())
            Remove(gone);
    }
}
