namespace ActorChat.Server.Chat.Rooms;

/// <summary>
/// Decides who is told when of those who come and go. In a large room, a notice for each costs members times newcomers: the first is told
/// at once, further ones of the interval as a count. Knows no clock: its owner runs the interval.
/// </summary>
/// <remarks>
/// Every notice is true when it is told: only the difference from what was told last is kept, so that a member who leaves and returns
/// within the interval is not mentioned. Nothing is told before what was kept earlier.
/// </remarks>
/// <param name="coalesceAbove">The most members of a small room.</param>
internal sealed class PresenceNotices(int coalesceAbove)
{
    // Nobody is in both, and there are no more of them than members now, or when the last notice was told.
    private readonly HashSet<Nickname> _joined = [];
    private readonly HashSet<Nickname> _parted = [];

    /// <summary>Whether an interval is to run: it ends with <see cref="EndInterval"/>.</summary>
    public bool IsCoalescing { get; private set; }

    /// <summary>Somebody has come.</summary>
    /// <param name="who">The newcomer.</param>
    /// <param name="members">How many members there are now.</param>
    /// <returns>The notices to be told at once, in this order; none when it is kept for later.</returns>
    public IReadOnlyList<ChatEvent> OnJoined(Nickname who, int members) => Tell(who, members, _joined, _parted, Joined);

    /// <summary>Somebody has gone; as <see cref="OnJoined"/>.</summary>
    public IReadOnlyList<ChatEvent> OnParted(Nickname who, int members) => Tell(who, members, _parted, _joined, Parted);

    /// <summary>Somebody has gone of whom nobody is to be told: neither that they came.</summary>
    public void Withdraw(Nickname who) => _joined.Remove(who);

    /// <summary>Ends an interval. Gives the notices that were kept; when there is none, no other interval is to run.</summary>
    public IReadOnlyList<ChatEvent> EndInterval()
    {
        var kept = TakeKept();
        IsCoalescing = kept.Count > 0;
        return kept;
    }

    private static ChatEvent.MemberJoined Joined(Nickname who) => new(who.Value);

    private static ChatEvent.MemberParted Parted(Nickname who) => new(who.Value);

    private IReadOnlyList<ChatEvent> Tell(
        Nickname who, int members, HashSet<Nickname> kept, HashSet<Nickname> opposite, Func<Nickname, ChatEvent> notice)
    {
        if (opposite.Remove(who))
            return [];
        if (members <= coalesceAbove)
            return [.. TakeKept(), notice(who)];
        if (!IsCoalescing)
        {
            IsCoalescing = true;
            return [notice(who)];
        }

        kept.Add(who);
        return [];
    }

    // Those who have gone come first: a newcomer may have taken a nickname that looks like one that became free.
    private List<ChatEvent> TakeKept()
    {
        var kept = new List<ChatEvent>(2);
        if (_parted.Count > 0)
            kept.Add(_parted.Count == 1 ? Parted(_parted.First()) : new ChatEvent.MembersParted(_parted.Count));
        if (_joined.Count > 0)
            kept.Add(_joined.Count == 1 ? Joined(_joined.First()) : new ChatEvent.MembersJoined(_joined.Count));
        _parted.Clear();
        _joined.Clear();
        return kept;
    }
}
