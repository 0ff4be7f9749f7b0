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

    /// <summary>What <paramref name="line"/> asks the client for: its first word counts.</summary>
    public static ClientCommand Parse(string line)
    {
        var trimmed = line.AsSpan().Trim();
        var end = trimmed.IndexOfAny(' ', '\t');
        return ByVerb.GetValueOrDefault((end < 0 ? trimmed : trimmed[..end]).ToString());
    }

    /// <summary>All commands of server and client that Tab can complete, in one language.</summary>
    public static IReadOnlyList<string> Completable(bool isSpanish) => isSpanish ? Spanish : English;
}
