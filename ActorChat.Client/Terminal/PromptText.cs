using ActorChat.Client.Consoles;
using ActorChat.Client.Resources;

namespace ActorChat.Client.Terminal;

/// <summary>What stands before the line of input: who one is, and whether one is connected.</summary>
internal static class PromptText
{
    /// <summary>For each presence; ends with a space.</summary>
    public static string Render(PromptState presence, Texts texts) => presence switch
    {
        PromptState.Connecting => $"({texts.StateConnecting})> ",
        PromptState.Naming naming => naming.Prompt,
        PromptState.Chatting chatting => $"{chatting.Nick}> ",
        PromptState.Away away => $"{away.Nick} ({texts.StateReconnecting})> ",
        PromptState.Confirming => PlainConsole.ConfirmationPrompt,
        _ => throw new ArgumentOutOfRangeException(nameof(presence)),
    };
}
