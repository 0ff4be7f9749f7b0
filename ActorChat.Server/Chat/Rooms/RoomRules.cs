using System.Collections.Frozen;

namespace ActorChat.Server.Chat.Rooms;

/// <summary>The settings of rooms.</summary>
/// <param name="CoalesceNoticesAbove">Rooms with more members announce joins and parts as counts.</param>
/// <param name="NoticeInterval">The time between two such notices; positive.</param>
/// <param name="ListPage">Nicknames per page of <c>/listar</c>; positive.</param>
internal sealed record RoomRules(int CoalesceNoticesAbove, TimeSpan NoticeInterval, int ListPage)
{
    /// <summary>How many of a room's last messages a newcomer is told.</summary>
    public int Replay { get; init; }

    /// <summary>The same for newcomers who have asked for numbers.</summary>
    public int ReplayNumbered { get; init; } = 20;

    /// <summary>The longest time from a write to the probe of its readers.</summary>
    public TimeSpan ReaderCheckInterval { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The accounts that keep order on the whole server, as compared.</summary>
    public IReadOnlySet<string> Operators { get; init; } = FrozenSet<string>.Empty;

    /// <summary>How long an answer may take, of the storage or of the room.</summary>
    public TimeSpan AnswerTimeout { get; init; } = TimeSpan.FromSeconds(5);
}
