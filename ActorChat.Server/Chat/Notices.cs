using ActorChat.Server.Resources;

namespace ActorChat.Server.Chat;

/// <summary>
/// The lines that say who has come and who has gone. In a small room everybody gets a line of their own. In a large one that would be
/// as much work as members times newcomers: there the first is told at once, and those of the interval behind it together, by number.
/// Knows no clock: whoever asks runs the interval.
/// </summary>
/// <param name="texts">The words.</param>
/// <param name="gatherAbove">The most members of a small room.</param>
internal sealed class Notices(Texts texts, int gatherAbove)
{
    private (int Number, Nickname Last) _came;
    private (int Number, Nickname Last) _gone;

    /// <summary>Whether an interval is to run: it ends with <see cref="EndInterval"/>.</summary>
    public bool IsGathering { get; private set; }

    /// <summary>Somebody has come.</summary>
    /// <param name="who">Who.</param>
    /// <param name="members">How many there are now.</param>
    /// <returns>The line to be told at once; null when it is kept for later.</returns>
    public string? Came(Nickname who, int members) => Tell(ref _came, who, members) ? texts.HasConnected(who.Value) : null;

    /// <summary>Somebody has gone; as <see cref="Came"/>.</summary>
    public string? Gone(Nickname who, int members) => Tell(ref _gone, who, members) ? texts.HasDisconnected(who.Value) : null;

    /// <summary>An interval is over. Gives the lines for what was kept; when there is none, no other interval is to run.</summary>
    public IReadOnlyList<string> EndInterval()
    {
        var lines = new List<string>(2);
        if (_came.Number > 0)
            lines.Add(_came.Number == 1 ? texts.HasConnected(_came.Last.Value) : texts.HaveConnected(_came.Number));
        if (_gone.Number > 0)
            lines.Add(_gone.Number == 1 ? texts.HasDisconnected(_gone.Last.Value) : texts.HaveDisconnected(_gone.Number));
        _came = _gone = default;
        IsGathering = lines.Count > 0;
        return lines;
    }

    // Whether it is told at once.
    private bool Tell(ref (int Number, Nickname Last) kept, Nickname who, int members)
    {
        if (members <= gatherAbove)
            return true;
        if (!IsGathering)
            return IsGathering = true;
        kept = (kept.Number + 1, who);
        return false;
    }
}
