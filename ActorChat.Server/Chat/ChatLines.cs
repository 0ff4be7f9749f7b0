using ActorChat.Server.Resources;

namespace ActorChat.Server.Chat;

/// <summary>
/// The lines of the chat whose words depend on more than plain values. All others are members of <see cref="Texts"/>;
/// the line of a public message, which has no words of ours, is <see cref="Utf8Line.EncodeSaid"/>.
/// </summary>
internal static class ChatLines
{
    /// <summary>The lines that answer a command which needs nobody but the user's own connection; none for an empty line.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The command is another actor's to answer.</exception>
    public static IReadOnlyList<string> AnswerTo(ChatCommand command, Texts texts, Nickname me, TimeProvider clock) => command switch
    {
        ChatCommand.Nothing => [],
        ChatCommand.WhoAmI => [texts.YourNicknameIs(me.Value)],
        ChatCommand.Time => [texts.ServerTime(clock.GetLocalNow().DateTime)],
        ChatCommand.Help => texts.Help,
        ChatCommand.MalformedPrivate => [texts.PrivateUsage],
        ChatCommand.Unknown unknown => [texts.UnknownCommand(unknown.Verb)],
        _ => throw new ArgumentOutOfRangeException(nameof(command), command, "Not a command that a connection answers by itself."),
    };

    /// <summary>The answer to <c>/listar</c>: how many are connected, and who, in alphabetical order.</summary>
    public static string ConnectedUsers(Texts texts, IReadOnlyCollection<Nickname> members) =>
        texts.ConnectedUsers(members.Count, string.Join(", ", members.Order().Select(static member => member.Value)));
}
