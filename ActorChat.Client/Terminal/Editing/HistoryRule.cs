using ActorChat.Client.Consoles;

namespace ActorChat.Client.Terminal.Editing;

/// <summary>Which lines may be written to disk.</summary>
internal static class HistoryRule
{
    // Commands that carry a secret on any chat server a person may know. Better one line too few than a password on disk.
    private static readonly string[] SecretVerbs =
    [
        "auth", "clave", "contraseña", "contrasena", "entrar", "identificar", "identify", "iniciar", "login", "oper", "pass",
        "passwd", "password", "register", "registrar", "secret",
    ];

    /// <summary>
    /// Whether <paramref name="line"/> is kept: not if it is blank, begins with a space (as shells have it), or is a command that
    /// looks as if it carried a password.
    /// </summary>
    public static bool Keeps(string line) =>
        !string.IsNullOrWhiteSpace(line) && line[0] is not ' ' && !IsSecret(ClientCommands.Verb(line));

    private static bool IsSecret(string verb) => verb.Length > 0
        && Array.Exists(SecretVerbs, secret => verb.AsSpan(1).StartsWith(secret, StringComparison.OrdinalIgnoreCase));
}
