using System.Collections.Frozen;

namespace ActorChat.Server.Chat;

/// <summary>
/// The words that lines of the server begin with, in all its languages, where a colon follows: whoever had one of them for a nickname
/// could say, with each message, what only the server says.
/// </summary>
internal static class ReservedNicknames
{
    private static readonly FrozenSet<Nickname> All = new[] { "Error", "Nickname" }.Select(Parse).ToFrozenSet();

    /// <summary>Whether it is one of them, in any spelling.</summary>
    public static bool Contains(Nickname nickname) => All.Contains(nickname);

    private static Nickname Parse(string word) => Nickname.TryParse(word, out var nickname) ? nickname : throw new FormatException(word);
}
