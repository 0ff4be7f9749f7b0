using ActorChat.Client.Consoles;

namespace ActorChat.Client.Terminal.Editing;

/// <summary>Completes the word before the cursor: nicknames, <c>#nickname</c>, <c>@room</c>, commands, and rooms behind them.</summary>
internal static class Completer
{
    /// <summary>The choices, best first as given: <paramref name="line"/> with the word before the cursor replaced.</summary>
    public static IReadOnlyList<LineBuffer> Complete(
        LineBuffer line, IEnumerable<string> nicks, IEnumerable<string> rooms, IEnumerable<string> commands)
    {
        var before = line.Text[..line.Cursor];
        var start = before.LastIndexOfAny([' ', '\t']) + 1;
        var word = before[start..];
        var isFirst = string.IsNullOrWhiteSpace(before[..start]);
        var words = word switch
        {
            "" when !ClientCommands.TakesRoom(before) => [],
            _ when isFirst && IsSign(ChatCommandParser.CommandSign) => commands.Where(Begins).Select(command => command + " "),
            _ when isFirst && IsSign(ChatCommandParser.PrivateSign) => Fitting(nicks, word[1..]).Select(nick => $"#{nick} "),
            _ when isFirst && IsSign(ChatCommandParser.RoomSign) =>
                Fitting(rooms, word[1..]).Concat(Fitting(nicks, word[1..])).Select(name => $"@{name} "),
            _ when ClientCommands.TakesRoom(before) => Fitting(rooms, word).Select(room => $"{room} "),
            ['@', .. var begin] => Fitting(nicks, begin).Select(nick => $"@{nick} "),
            _ => Fitting(nicks, word).Select(nick => isFirst ? $"{nick}: " : $"{nick} "),
        };

        // Does not double a space that is there already.
        var after = line.Text[line.Cursor..].TrimStart(' ');
        return [.. words.Select(chosen => LineBuffer.At(before[..start] + chosen + after, start + chosen.Length))];

        bool IsSign(char sign) => word.Length > 0 && CharacterWidth.Narrow(word[0]) == sign;

        bool Begins(string command) => command.AsSpan(1).StartsWith(word.AsSpan(1), StringComparison.OrdinalIgnoreCase);
    }

    private static IEnumerable<string> Fitting(IEnumerable<string> nicks, string begin)
    {
        var folded = CaseFolding.Casefold(begin);
        return nicks.Where(nick => CaseFolding.Casefold(nick).StartsWith(folded, StringComparison.Ordinal));
    }
}
