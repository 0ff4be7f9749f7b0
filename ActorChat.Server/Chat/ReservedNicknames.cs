using System.Collections.Frozen;

namespace ActorChat.Server.Chat;

/// <summary>
/// The nicknames that nobody can have, since what their owner said would look like a line of the server's own: the words with
/// which its lines begin (<c>Error: …</c>, <c>Nickname: </c>), in both languages, and those that name it.
/// </summary>
internal static class ReservedNicknames
{
    private static readonly FrozenSet<string> Names =
        new[] { "error", "nickname", "servidor", "server" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether the nickname is one of them, or looks like one.</summary>
    public static bool Contains(Nickname nickname) => Names.Contains(nickname.Casefolded) || Names.Contains(nickname.Skeleton);
}
