using ActorChat.Server.Resources;

namespace ActorChat.Server.Chat;

/// <summary>
/// The lines that say who has come and who has gone. In a small room everybody gets a line of their own. In a large one that would be
/// as much work as members times newcomers: there the first is told at once, and those of the interval behind it together, by number.
/// Knows no clock: whoever asks runs the interval.
/// </summary>
/// <remarks>
/// Every line is true when it is told: what is kept is only the difference from what was told last, so that who leaves and returns
/// within the interval is not mentioned; and nothing is told before what was kept earlier.
/// </remarks>
/// <param name="texts">The words.</param>
/// <param name="gatherAbove">The most members of a small room.</param>
internal sealed class PresenceNotices(Texts texts, int gatherAbove)
{
    // Nobody is in both, and there are no more of them than members now, or when the last line was told.
    private readonly HashSet<Nickname> _came = [];
    private readonly HashSet<Nickname> _gone = [];

    /// <summary>Whether an interval is to run: it ends with <see cref="EndInterval"/>.</summary>
    public bool IsGathering { get; private set; }

    /// <summary>Somebody has come.</summary>
    /// <param name="who">Who.</param>
    /// <param name="members">How many there are now.</param>
    /// <returns>The lines to be told at once, in this order; none when it is kept for later.</returns>
    public IReadOnlyList<string> Came(Nickname who, int members) => Tell(who, members, _came, _gone, texts.HasConnected);

    /// <summary>Somebody has gone; as <see cref="Came"/>.</summary>
    public IReadOnlyList<string> Gone(Nickname who, int members) => Tell(who, members, _gone, _came, texts.HasDisconnected);

    /// <summary>Somebody has gone of whom nobody is to be told: neither that they came.</summary>
    public void Withdraw(Nickname who) => _came.Remove(who);

    /// <summary>An interval is over. Gives the lines for what was kept; when there is none, no other interval is to run.</summary>
    public IReadOnlyList<string> EndInterval()
    {
        var lines = TakeKept();
        IsGathering = lines.Count > 0;
        return lines;
    }

    private IReadOnlyList<string> Tell(
        Nickname who, int members, HashSet<Nickname> kept, HashSet<Nickname> opposite, Func<string, string> words)
    {
        if (opposite.Remove(who))
            return [];
        if (members <= gatherAbove)
            return [.. TakeKept(), words(who.Value)];
        if (!IsGathering)
        {
            IsGathering = true;
            return [words(who.Value)];
        }

        kept.Add(who);
        return [];
    }

    // Who has gone comes first: a newcomer may have taken a nickname that looks like one that became free.
    private List<string> TakeKept()
    {
        var lines = new List<string>(2);
        if (_gone.Count > 0)
            lines.Add(_gone.Count == 1 ? texts.HasDisconnected(_gone.First().Value) : texts.HaveDisconnected(_gone.Count));
        if (_came.Count > 0)
            lines.Add(_came.Count == 1 ? texts.HasConnected(_came.First().Value) : texts.HaveConnected(_came.Count));
        _gone.Clear();
        _came.Clear();
        return lines;
    }
}
