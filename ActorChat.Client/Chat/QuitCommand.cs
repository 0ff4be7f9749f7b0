using ActorChat.Client.Consoles;

namespace ActorChat.Client.Chat;

/// <summary>The server's command to leave, which the client knows only to tell a wished end of the connection from a loss.</summary>
internal static class QuitCommand
{
    /// <summary>What the client sends when the user leaves by a key or a signal. Every server knows it, whatever its language.</summary>
    public const string Text = "/salir";

    /// <summary>Whether <paramref name="line"/> asks the server for the end: first word, any case.</summary>
    public static bool Matches(string line) => ClientCommands.Parse(line) is ClientCommand.Quit;
}
