using ActorChat.Client.Chat;

namespace ActorChat.Client.Consoles;

/// <summary>The words of the commands, in both languages whatever the client speaks.</summary>
internal static class ClientCommands
{
    private static readonly Dictionary<string, ClientCommand> ByVerb = new(StringComparer.OrdinalIgnoreCase)
    {
        ["/ayuda"] = ClientCommand.Help,
        ["/help"] = ClientCommand.Help,
        ["/limpiar"] = ClientCommand.Clear,
        ["/clear"] = ClientCommand.Clear,
        ["/reconectar"] = ClientCommand.Reconnect,
        ["/reconnect"] = ClientCommand.Reconnect,
        ["/salir"] = ClientCommand.Quit,
        ["/quit"] = ClientCommand.Quit,
    };

    // What the server understands: for completion only, so a server may have more.
    private static readonly string[] Spanish = ["/ayuda", "/hora", "/limpiar", "/listar", "/reconectar", "/salir", "/username"];
    private static readonly string[] English = ["/clear", "/help", "/list", "/quit", "/reconnect", "/time", "/username"];

    /// <summary>
    /// What <paramref name="line"/> asks the client for: its first word counts, wherever and however wide it stands, as for the server.
    /// </summary>
    public static ClientCommand Parse(string line) => ByVerb.GetValueOrDefault(Verb(line));

    /// <summary>The first word of a command, in narrow characters; empty for any other line.</summary>
    public static string Verb(string line)
    {
        var place = LineSign.Place(line);
        return LineSign.At(line, place) is LineSign.Command
            ? string.Concat(line.Skip(place).TakeWhile(static character => !char.IsWhiteSpace(character)).Select(LineSign.Narrow))
            : "";
    }

    /// <summary>All commands of server and client that Tab can complete, in one language.</summary>
    public static IReadOnlyList<string> Completable(bool isSpanish) => isSpanish ? Spanish : English;
}
