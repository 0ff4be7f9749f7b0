using System.Collections.Frozen;

namespace ActorChat.Server.Chat.Nicknames;

/// <summary>
/// The nicknames that nobody can have, because messages under them would look like lines of the server or of the client. Covers the first
/// words of those lines in both languages, the client's prefix <c>--</c>, and names that stand for the server.
/// </summary>
internal static class ReservedNicknames
{
    // Lists letters drawn like the hyphens and exclamation marks that begin the client's own lines.
    private const string SignLetters = "-\u30FC\u3161\u1428\u2CBA\u01C3";

    // Ignored at the end of a word, where readers overlook them.
    private const string EndSigns = "-_.";

    // Leaves short words (El, Tu, You) free: they are names of people, and the server's lines with them are long.
    private static readonly FrozenSet<string> Skeletons = new[]
    {
        "error", "nickname", "bienvenido", "usuarios", "comando", "demasiados", "escribe", "hasta", "historial", "hora", "para", "privado",
        "clave", "password", "choose", "closing", "connected", "goodbye", "history", "invalid", "private", "there", "type", "unknown", "welcome",
        "wrong", "your",
        "servidor", "server", "sistema", "system", "administrador", "administrator", "admin",
    }.Select(Confusables.GetSkeleton).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether the nickname is reserved, or confusable with a reserved one.</summary>
    public static bool Contains(Nickname nickname)
    {
        var skeleton = nickname.Skeleton;
        return Skeletons.Contains(skeleton.Trim(EndSigns.ToCharArray())) || IsOfSigns(skeleton) || IsOfSigns(nickname.Value);
    }

    private static bool IsOfSigns(string text) => text.AsSpan().Trim(SignLetters).IsEmpty;
}
