namespace ActorChat.Server.Diagnostics;

/// <summary>A command on the operator's console.</summary>
internal abstract record AdminCommand
{
    private AdminCommand()
    {
    }

    internal sealed record Actors : AdminCommand;

    internal sealed record Busiest : AdminCommand;

    /// <param name="Filter">A part of a nickname, address or actor name; null for all connections.</param>
    internal sealed record Connections(string? Filter) : AdminCommand;

    /// <summary>An order about a room or the whole server.</summary>
    /// <param name="Room">The room as typed; empty for the whole server.</param>
    /// <param name="What">The order.</param>
    internal sealed record Order(string Room, ChatCommand.Order What) : AdminCommand;

    internal sealed record Help : AdminCommand;

    /// <summary>An empty line.</summary>
    internal sealed record Nothing : AdminCommand;

    /// <param name="Word">The first word of the line.</param>
    internal sealed record Unknown(string Word) : AdminCommand;

    /// <summary>The words that a line may begin with, in both languages.</summary>
    public static IEnumerable<string> Verbs =>
    [
        "actores", "actors", "ocupados", "busiest", "conexiones", "connections", "ayuda", "help",
        .. ChatCommandParser.Verbs.Where(verb => ChatCommandParser.Parse(verb) is ChatCommand.Order).Select(verb => verb[1..]),
    ];

    /// <summary>Accepts the words of both languages, in any case, also with the sign that the chat has before them.</summary>
    public static AdminCommand Parse(string line)
    {
        var typed = line.TrimStart();
        var words = (typed is [ChatCommandParser.CommandSign, .. var command] ? command : typed)
            .Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return words is [] ? new Nothing() : words[0].ToUpperInvariant() switch
        {
            "ACTORES" or "ACTORS" => new Actors(),
            "OCUPADOS" or "BUSIEST" => new Busiest(),
            "CONEXIONES" or "CONNECTIONS" => new Connections(words.Length > 1 ? words[1] : null),
            "AYUDA" or "HELP" or "?" => new Help(),
            _ when ParseOrder(words[0], words.Length > 1 ? words[1] : "") is { } order => order,
            _ => new Unknown(words[0]),
        };
    }

    // As in the chat, but with the room, or the server, before the rest: vetar juegos beto 2h.
    private static Order? ParseOrder(string verb, string rest)
    {
        if (ChatCommandParser.Parse($"/{verb} {rest}") is not ChatCommand.Order order)
            return null;
        if (order.IsForServer)
            return new Order("", order);
        var words = rest.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return ChatCommandParser.Parse($"/{verb} {(words.Length > 1 ? words[1] : "")}") is ChatCommand.Order { IsForServer: false } inRoom
            ? new Order(words is [] ? "" : words[0], inRoom)
            : null;
    }
}
