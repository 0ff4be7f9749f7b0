using System.Globalization;

namespace ActorChat.Server.Storage.Sql;

/// <summary>Numbers messages that were stored before rooms counted, one after the other in the order of their ids.</summary>
internal sealed class RoomNumbering
{
    private readonly Dictionary<string, RoomPosition> _rooms = [];

    /// <summary>Gives the next message its number, null without a room, and its instant, which within a room does not go back.</summary>
    /// <param name="room">The room.</param>
    /// <param name="sentAt">The column <c>fecha_envio</c>: local time. What is no time counts as that of the message before.</param>
    public (long? Number, long Instant) Next(string? room, string sentAt)
    {
        var instant = InstantOf(sentAt);
        if (room is null)
            return (null, instant);
        var last = _rooms.GetValueOrDefault(room);
        var next = new RoomPosition(last.Number + 1, Math.Max(last.Instant, instant));
        _rooms[room] = next;
        return (next.Number, next.Instant);
    }

    private static long InstantOf(string sentAt) =>
        DateTimeOffset.TryParse(sentAt, CultureInfo.InvariantCulture, DateTimeStyles.AssumeLocal, out var at) ? at.ToUnixTimeMilliseconds() : 0;
}
