using System.Collections.Frozen;

namespace ActorChat.Server.Chat.Nicknames;

/// <summary>
/// The nicknames that nobody can have, since what their owner said would look like a line of the server's own or of the client's: the
/// words with which those begin, in both languages, the client's sign <c>--</c>, and the names that stand for the server.
/// </summary>
internal static class ReservedNicknames
{
    // Letters drawn like the hyphens and exclamation marks with which the client begins its own lines.
    private const string SignLetters = "-\u30FC\u3161\u1428\u2CBA\u01C3";

    // Behind a word nobody sees them as a part of it.
    private const string EndSigns = "-_.";

    // Short words (El, Tu, You) are left free: they are names of people, and their lines are long.
    private static readonly FrozenSet<string> Skeletons = new[]
    {
        "error", "nickname", "bienvenido", "usuarios", "comando", "demasiados", "escribe", "hasta", "hora", "para", "privado",
        "choose", "closing", "connected", "goodbye", "invalid", "private", "there", "type", "unknown", "welcome", "your",
        "servidor", "server", "sistema", "system", "administrador", "administrator", "admin",
    }.Select(Confusables.GetSkeleton).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether the nickname is one of them, or looks like one.</summary>
    public static bool Contains(Nickname nickname)
    {
        var skeleton = nickname.Skeleton;
        return Skeletons.Contains(skeleton.Trim(EndSigns.ToCharArray())) || IsOfSigns(skeleton) || IsOfSigns(nickname.Value);
    }

    private static bool IsOfSigns(string text) => text.AsSpan().Trim(SignLetters).IsEmpty;
}
