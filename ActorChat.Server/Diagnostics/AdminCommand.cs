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

    internal sealed record Help : AdminCommand;

    /// <summary>An empty line.</summary>
    internal sealed record Nothing : AdminCommand;

    /// <param name="Word">The first word of the line.</param>
    internal sealed record Unknown(string Word) : AdminCommand;

    /// <summary>Accepts the words of both languages, in any case.</summary>
    public static AdminCommand Parse(string line)
    {
        var words = line.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return words is [] ? new Nothing() : words[0].ToUpperInvariant() switch
        {
            "ACTORES" or "ACTORS" => new Actors(),
            "OCUPADOS" or "BUSIEST" => new Busiest(),
            "CONEXIONES" or "CONNECTIONS" => new Connections(words.Length > 1 ? words[1] : null),
            "AYUDA" or "HELP" or "?" => new Help(),
            _ => new Unknown(words[0]),
        };
    }
}
