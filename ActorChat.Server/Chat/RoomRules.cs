namespace ActorChat.Server.Chat;

/// <summary>What changes in a room that many are in.</summary>
/// <param name="GatherNoticesAbove">With more members than this, those who come or go at about the same time are told in one line.</param>
/// <param name="NoticeInterval">The time between two such lines; more than zero.</param>
/// <param name="ListPage">Nicknames in one answer to <c>/listar</c>; more than zero.</param>
internal sealed record RoomRules(int GatherNoticesAbove, TimeSpan NoticeInterval, int ListPage)
{
    /// <summary>How often it is found out whether members take what is written to them, while something is.</summary>
    public TimeSpan ReaderCheckInterval { get; init; } = TimeSpan.FromSeconds(5);
}
