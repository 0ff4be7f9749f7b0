namespace ActorChat.Server.Diagnostics;

/// <summary>A command on the operator's console.</summary>
internal abstract record InspectionCommand
{
    private InspectionCommand()
    {
    }

    internal sealed record Actors : InspectionCommand;

    internal sealed record Busiest : InspectionCommand;

    /// <param name="Filter">A part of a nickname, address or actor name; null for all connections.</param>
    internal sealed record Connections(string? Filter) : InspectionCommand;

    internal sealed record Help : InspectionCommand;

    /// <summary>An empty line.</summary>
    internal sealed record Nothing : InspectionCommand;

    /// <param name="Word">The first word of the line.</param>
    internal sealed record Unknown(string Word) : InspectionCommand;

    /// <summary>Accepts the words of both languages, in any case.</summary>
    public static InspectionCommand Parse(string line)
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
