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

    /// <summary>
    /// The answer to <c>/listar</c>: how many are connected, and who, in alphabetical order; of many only a page, and behind it a line that
    /// says how to see the next.
    /// </summary>
    /// <param name="texts">The words.</param>
    /// <param name="members">All members, in order.</param>
    /// <param name="page">The page, from 1; one behind the last means the last.</param>
    /// <param name="size">Nicknames of a page; more than zero.</param>
    public static string ConnectedUsers(Texts texts, IReadOnlyCollection<Nickname> members, int page, int size)
    {
        var pages = Math.Max(1, (members.Count + size - 1) / size);
        page = Math.Min(page, pages);
        var names = string.Join(", ", members.Skip((page - 1) * size).Take(size).Select(static member => member.Value));
        if (pages == 1)
            return texts.ConnectedUsers(members.Count, names);
        var list = texts.PageOfConnectedUsers(members.Count, page, pages, names);
        return page == pages ? list : $"{list}\n{texts.NextPage(page + 1)}";
    }
}
