namespace ActorChat.Server.Chat;

/// <content>Commands at the prompt for the nickname.</content>
internal sealed partial class ChatConnectionActor
{
    // Each counts as an attempt: without a nickname nobody can have the server answer without end.
    private bool TryExecuteUnnamed(ChatCommand command)
    {
        if (command is ChatCommand.Quit)
        {
            LastLine = Texts.GoodbyeWithoutNickname;
            Stats.EndReason = Texts.EndedByQuit;
            Leave();
            return true;
        }

        if (ChatLines.AnswerBeforeNickname(command, Texts, _context.Clock) is not { } lines)
            return false;
        _refusals++;
        AskForNickname(string.Concat(lines.Select(line => line + "\n")));
        return true;
    }
}
