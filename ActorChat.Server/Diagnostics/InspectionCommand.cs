namespace ActorChat.Server.Diagnostics;

/// <summary>What the operator can ask for.</summary>
internal abstract record InspectionCommand
{
    private InspectionCommand()
    {
    }

    /// <summary>The tree of actors.</summary>
    internal sealed record Actors : InspectionCommand;

    /// <summary>The busiest actors.</summary>
    internal sealed record Busiest : InspectionCommand;

    /// <summary>The connections.</summary>
    /// <param name="Filter">A part of the nicknames, addresses or names that are wanted; null for all.</param>
    internal sealed record Connections(string? Filter) : InspectionCommand;

    /// <summary>What can be asked for.</summary>
    internal sealed record Help : InspectionCommand;

    /// <summary>An empty line.</summary>
    internal sealed record Nothing : InspectionCommand;

    /// <summary>Anything else.</summary>
    /// <param name="Word">Its first word.</param>
    internal sealed record Unknown(string Word) : InspectionCommand;

    /// <summary>What a line asks for. Words of both languages work whatever the language of the answers; case is ignored.</summary>
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
