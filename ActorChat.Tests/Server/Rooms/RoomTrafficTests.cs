using Xunit.Abstractions;

namespace ActorChat.Tests.Server.Rooms;

/// <summary>Users who come, go, choose and speak at random, all at once and without waiting for answers.</summary>
public class RoomTrafficTests(ITestOutputHelper output)
{
    private const int Users = 6;
    private const int Commands = 150;

    private static readonly string[] Rooms = ["general", "juegos", "cine", "ñandú"];

    [Fact]
    public async Task What_each_user_sees_of_a_room_is_what_the_table_has_in_its_order_and_once()
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        await using var party = await Party.OfAsync([.. Enumerable.Range(0, Users).Select(i => $"u{i}")]);
        var members = party.Members.ToArray();
        await Task.WhenAll(members.Select((member, i) => member.SendAsync(Script(new Random(seed + i), member.Nickname!))));

        // The first time, all that is said has been written to everybody; the second time, everybody has read it.
        var seen = members.ToDictionary(member => member.Nickname!, _ => new List<string>());
        for (var round = 0; round < 2; round++)
        {
            foreach (var member in members)
                seen[member.Nickname!].AddRange(await member.ReadAllSoFarAsync());
        }

        await party.Server.StopQuietlyAsync();
        var table = Rows.Of(party.Server.Database.File, "SELECT sala, autor, contenido FROM mensajes ORDER BY sala, numero")
            .Select(row => row.Split('|', 3)).Select(row => (Room: row[0], Author: row[1], Text: row[2])).ToList();
        Assert.All(table, row => Assert.StartsWith($"{row.Room}|{row.Author}|", row.Text, StringComparison.Ordinal));
        Assert.Equal(table.Count, table.Distinct().Count());
        foreach (var (nickname, lines) in seen)
        {
            var mine = table.Where(row => row.Author != nickname).ToLookup(row => row.Room, row => row.Text);
            foreach (var (room, texts, isWhole) in Visits(lines))
            {
                var all = mine[room].ToList();
                var start = texts.Count == 0 ? 0 : all.IndexOf(texts[0]);
                Assert.Equal(isWhole && texts.Count > 0 ? all[start..] : all.GetRange(start, texts.Count), texts);
            }
        }
    }

    // Each text says where it is to be read: the script knows what its user's current room is.
    private static string Script(Random random, string nickname)
    {
        var rooms = new List<string> { Rooms[0] };
        var script = new StringBuilder();
        for (var i = 0; i < Commands; i++)
        {
            var room = Rooms[random.Next(Rooms.Length)];
            var isIn = rooms.Contains(room);
            switch (random.Next(6))
            {
                case 0:
                    script.Append(CultureInfo.InvariantCulture, $"/entrar {room}\n");
                    rooms.Remove(room);
                    rooms.Add(room);
                    break;
                case 1 when rooms.Count > 1:
                    script.Append(CultureInfo.InvariantCulture, $"/dejar {room}\n");
                    rooms.Remove(room);
                    break;
                case 2 when isIn:
                    script.Append(CultureInfo.InvariantCulture, $"/sala {room}\n");
                    rooms.Remove(room);
                    rooms.Add(room);
                    break;
                case 3 when isIn:
                    script.Append(CultureInfo.InvariantCulture, $"@{room} {room}|{nickname}|{i}\n");
                    break;
                default:
                    script.Append(CultureInfo.InvariantCulture, $"{rooms[^1]}|{nickname}|{i}\n");
                    break;
            }
        }

        return script.ToString();
    }

    /// <summary>What was said in a room from entering it to leaving it, or to the end.</summary>
    private static List<(string Room, List<string> Texts, bool IsWhole)> Visits(List<string> lines)
    {
        var visits = new List<(string Room, List<string> Texts, bool IsWhole)>();
        var open = new Dictionary<string, List<string>> { [Rooms[0]] = [] };
        var current = Rooms[0];
        foreach (var line in lines)
        {
            if (Word(line, "Estás en la sala ", ",") is { } entered)
            {
                open.Add(current = entered, []);
            }
            else if (Word(line, "Has salido de la sala ", ".") is { } left)
            {
                visits.Add((left, open[left], IsWhole: false));
                open.Remove(left);
                current = Word(line, "va ahora a ", ".")!;
            }
            else if (Word(line, "Lo que escribes va a la sala ", ".") is { } chosen)
            {
                current = chosen;
            }
            else if (ServerLineParser.Parse(line) is ServerLine.Public said)
            {
                var room = said.Room.Length > 0 ? said.Room : current;
                Assert.StartsWith($"{room}|{said.Nick}|", said.Said, StringComparison.Ordinal);
                open[room].Add(said.Said);
            }
        }

        return [.. visits, .. open.Select(room => (room.Key, room.Value, true))];
    }

    private static string? Word(string line, string before, string after)
    {
        var start = line.IndexOf(before, StringComparison.Ordinal);
        if (start < 0 || line.Contains('|', StringComparison.Ordinal))
            return null;
        var rest = line[(start + before.Length)..];
        return rest[..rest.IndexOf(after, StringComparison.Ordinal)];
    }
}
