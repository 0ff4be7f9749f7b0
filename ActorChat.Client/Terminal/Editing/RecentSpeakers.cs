using ActorChat.Client.Wire;

namespace ActorChat.Client.Terminal.Editing;

/// <summary>Who is in the chat, as far as the lines that arrive tell; whoever spoke last comes first.</summary>
internal sealed class RecentSpeakers
{
    // A room has at most as many members as a server has connections; beyond this, those who were silent longest are forgotten.
    private const int MaxMembers = 20_000;

    private readonly LinkedList<string> _members = new();
    private readonly Dictionary<string, LinkedListNode<string>> _byName = new(CaseFolding.Comparer);

    /// <summary>Most recent speaker first, then those who have not spoken.</summary>
    public IEnumerable<string> ByRecency => _members;

    /// <summary>Learns from a line of the server.</summary>
    public void Observe(WireLine line)
    {
        switch (line)
        {
            case WireLine.Public said:
                Hear(said.Nick);
                break;
            case WireLine.PrivateFrom said:
                Hear(said.Nick);
                break;
            case WireLine.PrivateTo said:
                Hear(said.Nick);
                break;
            case WireLine.Joined joined:
                Know(joined.Nick);
                break;
            case WireLine.Left left:
                Forget(left.Nick);
                break;
            case WireLine.Users users:
                if (users.IsWhole)
                    ForgetAllBut(users.Nicks);
                foreach (var nick in users.Nicks)
                    Know(nick);
                break;
        }
    }

    private void Hear(string nick)
    {
        Forget(nick);
        _byName[nick] = _members.AddFirst(nick);
        if (_members.Count > MaxMembers)
            Forget(_members.Last!.Value);
    }

    private void Know(string nick)
    {
        if (!_byName.ContainsKey(nick) && _members.Count < MaxMembers)
            _byName[nick] = _members.AddLast(nick);
    }

    private void Forget(string nick)
    {
        if (_byName.Remove(nick, out var node))
            _members.Remove(node);
    }

    private void ForgetAllBut(IReadOnlyList<string> nicks)
    {
        var present = nicks.ToHashSet(CaseFolding.Comparer);
        foreach (var gone in _members.Where(nick => !present.Contains(nick)).ToArray())
            Forget(gone);
    }
}
