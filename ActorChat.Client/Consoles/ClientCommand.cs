using ActorChat.Client.Resources;

namespace ActorChat.Client.Consoles;

/// <summary>What a typed line asks of the client itself.</summary>
internal enum ClientCommand
{
    /// <summary>Nothing: the line is for the server.</summary>
    None,

    /// <summary>Show the client's keys and commands. The server is asked for its part too.</summary>
    Help,

    /// <summary>Clear the screen.</summary>
    Clear,

    /// <summary>Connect without waiting for the next attempt.</summary>
    Reconnect,

    /// <summary>Show what was said in the current room before what is on the screen.</summary>
    Older,

    /// <summary>The server's command, which must also work while there is no server.</summary>
    Quit,
}

/// <summary>The client's own commands, in both languages whatever the client speaks.</summary>
internal static class ClientCommands
{
    public const string ReconnectVerb = "/reconectar", OlderVerb = "/anteriores";

    private static readonly Dictionary<string, ClientCommand> Own = new(StringComparer.OrdinalIgnoreCase)
    {
        ["/limpiar"] = ClientCommand.Clear,
        ["/clear"] = ClientCommand.Clear,
        [ReconnectVerb] = ClientCommand.Reconnect,
        ["/reconnect"] = ClientCommand.Reconnect,
        [OlderVerb] = ClientCommand.Older,
        ["/older"] = ClientCommand.Older,
    };

    private static readonly string[] WithoutServer = ["/ayuda", "/help", .. Own.Keys, ChatCommandParser.QuitVerb, "/quit"];

    // For completion only, so a server may have more. Most used first.
    private static readonly string[] Spanish =
    [
        "/listar", "/ayuda", "/salir", "/entrar", "/dejar", "/sala", "/salas", "/tema", "/historial", "/buscar", "/identificar", "/registrar",
        "/clave", "/baja", "/hora", "/username", "/anteriores", "/limpiar", "/reconectar", "/expulsar", "/vetar", "/desvetar", "/vetos",
        "/silenciar", "/dessilenciar", "/lento", "/solo-registrados", "/operador", "/quitar-operador", "/avisar",
    ];

    private static readonly string[] English =
    [
        "/list", "/help", "/quit", "/join", "/part", "/room", "/rooms", "/topic", "/history", "/search", "/identify", "/register",
        "/password", "/unregister", "/time", "/username", "/older", "/clear", "/reconnect", "/kick", "/ban", "/unban", "/bans",
        "/mute", "/unmute", "/slow", "/registered-only", "/op", "/deop", "/announce",
    ];

    public static ClientCommand Parse(string line) => ChatCommandParser.Parse(line) switch
    {
        ChatCommand.Help => ClientCommand.Help,
        ChatCommand.Quit => ClientCommand.Quit,
        ChatCommand.Unknown unknown => Own.GetValueOrDefault(unknown.Verb),
        _ => ClientCommand.None,
    };

    /// <summary>The client's command that a mistyped one resembles; null: none. A connected server suggests its own commands.</summary>
    public static string? Suggest(string line, bool isConnected) =>
        ChatCommandParser.Parse(line) is ChatCommand.Unknown unknown && !Own.ContainsKey(unknown.Verb)
            ? NearestWord.To(unknown.Verb, isConnected ? Own.Keys : WithoutServer)
            : null;

    /// <summary>The commands of server and client that Tab completes, most used first.</summary>
    public static IReadOnlyList<string> Completable(bool isSpanish) => isSpanish ? Spanish : English;

    /// <summary>Whether what is typed behind this much of a line can be a room.</summary>
    /// <remarks>History that is not complete is malformed, and may still end with one.</remarks>
    public static bool TakesRoom(string before) => before.Contains(' ', StringComparison.Ordinal) && ChatCommandParser.Parse(before)
        is ChatCommand.Join or ChatCommand.Part or ChatCommand.Focus or ChatCommand.History or ChatCommand.MalformedHistory;

    /// <summary>Executes a command where a server is connected. False for one that is not the client's own.</summary>
    public static async Task<bool> TryExecuteAsync(ClientCommand command, IChatConsole console, Texts texts)
    {
        await (command switch
        {
            ClientCommand.Help => console.SayAsync(texts.ClientHelp),
            ClientCommand.Clear => console.ClearAsync(),
            ClientCommand.Reconnect => console.SayAsync(texts.AlreadyConnected),
            ClientCommand.Older => console.SayAsync(texts.NothingOlder),
            _ => Task.CompletedTask,
        });
        return command is ClientCommand.Help or ClientCommand.Clear or ClientCommand.Reconnect or ClientCommand.Older;
    }
}
