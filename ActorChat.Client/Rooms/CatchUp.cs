namespace ActorChat.Client.Rooms;

/// <summary>
/// Collects what was missed in several rooms, to be shown in the order in which it was said. Pages come room by room, so it holds back all
/// public messages until every room is whole, but neither for long nor too many.
/// </summary>
internal sealed class CatchUp
{
    private const int MaxHeld = 500;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private readonly List<ServerLine.Public> _held = [];
    private DateTimeOffset? _until;

    public void Begin(DateTimeOffset now) => _until = now + Limit;

    /// <summary>Takes lines of one room that are to be shown next; gives those to be shown now.</summary>
    public IReadOnlyList<ServerLine.Public> Add(IReadOnlyList<ServerLine.Public> lines)
    {
        if (_until is null)
            return lines;
        _held.AddRange(lines);
        return [];
    }

    /// <summary>Gives what is held if it was held for long enough, or nothing more is to come.</summary>
    public IReadOnlyList<ServerLine.Public> TakeReady(bool isWhole, DateTimeOffset now) =>
        _until is not null && (isWhole || now >= _until || _held.Count >= MaxHeld) ? Take() : [];

    /// <summary>Gives what is held, in order; from now on lines are shown as they come.</summary>
    /// <remarks>Time never decreases within a room, and the sort is stable, so the numbers of each room stay in order.</remarks>
    public IReadOnlyList<ServerLine.Public> Take()
    {
        ServerLine.Public[] taken = [.. _held.OrderBy(line => line.Instant)];
        _held.Clear();
        _until = null;
        return taken;
    }
}
