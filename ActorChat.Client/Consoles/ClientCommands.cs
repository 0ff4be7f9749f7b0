namespace ActorChat.Client.Consoles;

/// <summary>The words of the commands, in both languages whatever the client speaks.</summary>
internal static class ClientCommands
{
    /// <summary>What asks for <see cref="ClientCommand.Reconnect"/>.</summary>
    public const string ReconnectVerb = "/reconectar";

    private static readonly Dictionary<string, ClientCommand> ByVerb = new(StringComparer.OrdinalIgnoreCase)
    {
        ["/ayuda"] = ClientCommand.Help,
        ["/help"] = ClientCommand.Help,
        ["/limpiar"] = ClientCommand.Clear,
        ["/clear"] = ClientCommand.Clear,
        [ReconnectVerb] = ClientCommand.Reconnect,
        ["/reconnect"] = ClientCommand.Reconnect,
        ["/salir"] = ClientCommand.Quit,
        ["/quit"] = ClientCommand.Quit,
    };

    // What server and client understand, most used first: for completion only, so a server may have more.
    private static readonly string[] Spanish = ["/listar", "/ayuda", "/salir", "/hora", "/username", "/limpiar", "/reconectar"];
    private static readonly string[] English = ["/list", "/help", "/quit", "/time", "/username", "/clear", "/reconnect"];

    /// <summary>
    /// What <paramref name="line"/> asks the client for: its first word counts, wherever and however wide it stands, as for the server.
    /// </summary>
    public static ClientCommand Parse(string line) => ByVerb.GetValueOrDefault(Verb(line));

    /// <summary>The client's command that the first word of <paramref name="line"/> may have been meant to be; null: none.</summary>
    /// <param name="line">As it was typed.</param>
    /// <param name="isConnected">Whether there is a server, which knows best what its own commands look like.</param>
    public static string? Suggest(string line, bool isConnected)
    {
        var verb = Verb(line);
        if (verb is not ['/', not '/', ..] || Spanish.Concat(English).Contains(verb, StringComparer.OrdinalIgnoreCase))
            return null;

        var ours = ByVerb.Where(one => !isConnected || one.Value is ClientCommand.Clear or ClientCommand.Reconnect);
        return NearestWord.To(verb, ours.Select(one => one.Key));
    }

    /// <summary>Whether <paramref name="line"/> is a command, of whomever: no nickname and no message.</summary>
    public static bool IsCommand(string line) => Verb(line).Length > 0;

    /// <summary>The first word of a command, in narrow characters; empty for any other line.</summary>
    public static string Verb(string line)
    {
        var place = LineSign.Place(line);
        return LineSign.At(line, place) is LineSign.Command
            ? string.Concat(line.Skip(place).TakeWhile(static character => !char.IsWhiteSpace(character)).Select(CharacterWidth.Narrow))
            : "";
    }

    /// <summary>All commands of server and client that Tab can complete, in one language; the most expected first.</summary>
    public static IReadOnlyList<string> Completable(bool isSpanish) => isSpanish ? Spanish : English;
}
