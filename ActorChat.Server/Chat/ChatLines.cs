using ActorChat.Server.Resources;

namespace ActorChat.Server.Chat;

/// <summary>
/// The lines of the chat whose words depend on more than plain values. All others are members of <see cref="Texts"/>;
/// the line of a public message, which has no words of ours, is <see cref="LineEncoder.EncodeSaid"/>.
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
        ChatCommand.Unknown unknown => [UnknownCommand(unknown.Verb, texts)],
        _ => throw new ArgumentOutOfRangeException(nameof(command), command, "Not a command that a connection answers by itself."),
    };

    /// <summary>
    /// Answers a command of somebody who has no nickname yet. Null for one that is obeyed without an answer, or is no command.
    /// </summary>
    public static IReadOnlyList<string>? AnswerBeforeNickname(ChatCommand command, Texts texts, TimeProvider clock) => command switch
    {
        ChatCommand.Help => [texts.CommandsBehindNickname, .. texts.Help],
        ChatCommand.Time => [texts.ServerTime(clock.GetLocalNow().DateTime)],
        ChatCommand.List or ChatCommand.WhoAmI => [texts.NicknameFirst],
        ChatCommand.Unknown unknown => [UnknownCommand(unknown.Verb, texts)],
        _ => null,
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

    private static string UnknownCommand(string verb, Texts texts) => NearestWord.To(verb, Commands(texts)) is { } nearest
        ? texts.UnknownCommandMeant(verb, nearest)
        : texts.UnknownCommand(verb);

    // First those in the language of the answer: of two that are as near, one of them is meant.
    private static IEnumerable<string> Commands(Texts texts) =>
        texts.Help.Select(line => line.Split(' ')[0]).Where(word => word is ['/', not '/', ..]).Concat(ChatCommandParser.Verbs);
}
