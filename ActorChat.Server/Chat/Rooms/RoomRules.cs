using Akka.Dispatch;

namespace ActorChat.Server.Chat.Rooms;

/// <summary>The settings of rooms.</summary>
/// <param name="CoalesceNoticesAbove">With more members than this, those who come or go at about the same time are told as a count.</param>
/// <param name="NoticeInterval">The time between two such notices; more than zero.</param>
/// <param name="ListPage">Nicknames in one answer to <c>/listar</c>; more than zero.</param>
internal sealed record RoomRules(int CoalesceNoticesAbove, TimeSpan NoticeInterval, int ListPage)
{
    /// <summary>How often members are probed while something is written to them.</summary>
    public TimeSpan ReaderCheckInterval { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The dispatcher of rooms: threads of their own, so that no hop waits behind the sends to all members.</summary>
    public string Dispatcher { get; init; } = Dispatchers.DefaultDispatcherId;

    /// <summary>How long an answer may take, of the storage or of the room.</summary>
    public TimeSpan AnswerTimeout { get; init; } = TimeSpan.FromSeconds(5);
}
