namespace ActorChat.Server.Chat.Rooms.Local;

/// <summary>
/// Decides when joins and parts are announced. In a large room, announcing each costs members × joins: the first is announced at once,
/// further ones in the interval as a count. The owner runs the interval.
/// </summary>
/// <remarks>
/// Keeps only the difference from the last notice, so that every notice is true when it is sent. A member who leaves and returns within the
/// interval is not mentioned. Pending notices go out before new ones.
/// </remarks>
/// <param name="coalesceAbove">Rooms with more members coalesce notices.</param>
/// <param name="isLobby">Whether members of this room come and go with their connections.</param>
internal sealed class PresenceNotices(int coalesceAbove, bool isLobby)
{
    // Disjoint, and bounded by the number of members now or at the last notice.
    private readonly HashSet<Nickname> _joined = [];
    private readonly HashSet<Nickname> _parted = [];

    /// <summary>Whether an interval should run; <see cref="EndInterval"/> ends it.</summary>
    public bool IsCoalescing { get; private set; }

    /// <summary>Notes a join.</summary>
    /// <returns>The notices to send now, in this order; none if this one is deferred.</returns>
    public IReadOnlyList<ChatEvent> OnJoined(Nickname who, int members, bool isLogin) =>
        Tell(who, members, _joined, _parted, new ChatEvent.MemberJoined(who.Value, isLogin));

    /// <summary>Notes a part; as <see cref="OnJoined"/>.</summary>
    public IReadOnlyList<ChatEvent> OnParted(Nickname who, int members, bool isLogout) =>
        Tell(who, members, _parted, _joined, new ChatEvent.MemberParted(who.Value, isLogout));

    /// <summary>Drops a pending join notice of a member who leaves unannounced.</summary>
    public void Withdraw(Nickname who) => _joined.Remove(who);

    /// <summary>Ends an interval and returns the deferred notices. Without any, coalescing stops.</summary>
    public IReadOnlyList<ChatEvent> EndInterval()
    {
        var kept = TakeKept();
        IsCoalescing = kept.Count > 0;
        return kept;
    }

    private IReadOnlyList<ChatEvent> Tell(
        Nickname who, int members, HashSet<Nickname> kept, HashSet<Nickname> opposite, ChatEvent notice)
    {
        if (opposite.Remove(who))
            return [];
        if (members <= coalesceAbove)
            return [.. TakeKept(), notice];
        if (!IsCoalescing)
        {
            IsCoalescing = true;
            return [notice];
        }

        kept.Add(who);
        return [];
    }

    // Sends parts first: a new member may have a nickname confusable with one that became free.
    private List<ChatEvent> TakeKept()
    {
        var kept = new List<ChatEvent>(2);
        if (_parted.Count > 0)
            kept.Add(_parted.Count == 1 ? new ChatEvent.MemberParted(_parted.First().Value, isLobby) : new ChatEvent.MembersParted(_parted.Count, isLobby));
        if (_joined.Count > 0)
            kept.Add(_joined.Count == 1 ? new ChatEvent.MemberJoined(_joined.First().Value, isLobby) : new ChatEvent.MembersJoined(_joined.Count, isLobby));
        _parted.Clear();
        _joined.Clear();
        return kept;
    }
}
