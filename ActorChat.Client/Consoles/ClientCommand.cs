namespace ActorChat.Client.Consoles;

/// <summary>What a person can ask of the client itself, by a line that begins with a slash.</summary>
internal enum ClientCommand
{
    /// <summary>None: the line is for the server.</summary>
    None,

    /// <summary><c>/ayuda</c>: the client's own keys and commands; the server is asked for its part too.</summary>
    Help,

    /// <summary><c>/limpiar</c>: empty the screen.</summary>
    Clear,

    /// <summary><c>/reconectar</c>: do not wait for the next attempt to connect.</summary>
    Reconnect,

    /// <summary><c>/salir</c>: the server's command, which the client must understand while there is no server.</summary>
    Quit,
}
