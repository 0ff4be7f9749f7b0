using ActorChat.Server.Resources;

namespace ActorChat.Server.Chat;

/// <summary>
/// The lines of the chat whose words depend on more than plain values. All others are members of <see cref="Texts"/>;
/// the line of a public message, which has no words of ours, is <see cref="Utf8Line.EncodeSaid"/>.
/// </summary>
internal static class ChatLines
{
    /// <summary>The answer to <c>/listar</c>: how many are connected, and who, in alphabetical order.</summary>
    public static string ConnectedUsers(Texts texts, IReadOnlyCollection<Nickname> members) =>
        texts.ConnectedUsers(members.Count, string.Join(", ", members.Order().Select(static member => member.Value)));
}
