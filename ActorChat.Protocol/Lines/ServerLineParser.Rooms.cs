using System.Text.RegularExpressions;

namespace ActorChat.Protocol.Lines;

// What the server says of rooms.
internal static partial class ServerLineParser
{
    private static readonly (Regex Form, Func<string, Match, ServerLine?> Create)[] RoomForms =
    [
        (TopicForm(), static (text, m) => new ServerLine.Topic(text, Said(m))),
        (RoomEnteredForm(), static (text, m) => new ServerLine.RoomEntered(text) { Room = Room(m) }),
        (RoomLeftForm(), static (text, m) => new ServerLine.RoomLeft(text, m.Groups["current"].Value) { Room = Room(m) }),
        (RoomsOfReaderForm(), static (text, m) => new ServerLine.RoomsOfReader(text, m.Groups["rooms"].Value.Split(", ")) { Room = Room(m) }),
        (InNoRoomForm(), static (text, _) => new ServerLine.RoomsOfReader(text, [])),
        (SearchEndForm(), SearchEndOf),
        (RoomListForm(), static (text, m) => new ServerLine.RoomList(text) { Room = Room(m) }),
    ];

    /// <summary>The room that a line says the reader is not in; null where it says no such thing.</summary>
    public static string? RoomNotIn(ServerLine line) => NotInRoomForm().Match(line.Text) is { Success: true } match ? Room(match) : null;

    private static ServerLine.SearchEnd? SearchEndOf(string text, Match match) => TryGetNumber(match, "count", out var count)
        ? new ServerLine.SearchEnd(text, count, HasMore: match.Groups["more"].Success)
        : null;

    private static string Room(Match match) => match.Groups["room"].Value;

    [GeneratedRegex(@"\A(?:Tema|Topic): (?<said>.*)\z", RegexOptions.Singleline)]
    private static partial Regex TopicForm();

    [GeneratedRegex($@"\A(?:Estás en la sala|You are in the room) (?<room>{Name}), (?:con|with) [\d.,]+ ")]
    private static partial Regex RoomEnteredForm();

    [GeneratedRegex(
        $@"\A(?:Has salido de la sala|You have left the room) (?<room>{Name})(?:\. (?:Lo que escribes va ahora a|What you type goes to) "
            + $@"(?<current>{Name})(?:\.| now\.)|(?:\. (?:Elige|Choose)| (?:y|and)) .*)\z")]
    private static partial Regex RoomLeftForm();

    [GeneratedRegex(
        $@"\A(?:(?:Lo que escribes va a la sala|What you type goes to the room) (?<room>{Name})"
            + @"|Elige una sala con /sala SALA|Choose a room with /room ROOM)\. (?:Estás en|You are in): (?<rooms>.*)\z")]
    private static partial Regex RoomsOfReaderForm();

    [GeneratedRegex(@"\A(?:No estás en ninguna sala|You are in no room)[;,] ")]
    private static partial Regex InNoRoomForm();

    [GeneratedRegex($@"\A(?:No estás en la sala|You are not in the room) '(?<room>{Name})'; (?!para escribir |to write )")]
    private static partial Regex NotInRoomForm();

    [GeneratedRegex(@"\A\[search past (?<count>[0-9]{1,19}) (?:(?<more>more)|end)\]\z")]
    private static partial Regex SearchEndForm();

    [GeneratedRegex(
        $@"\A(?:(?:Salas|Rooms) \([\d.,]+\)(?:, (?:página|page) .*)?:|- (?<room>{Name}): [\d.,]+ (?:usuarios?|users?)(?:; .*)?"
            + @"|(?:Para ver más|For more|To see more): /(?:salas|rooms) \d+)\z")]
    private static partial Regex RoomListForm();
}
