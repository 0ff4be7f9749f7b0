using ActorChat.Client.Consoles;
using ActorChat.Client.Resources;

namespace ActorChat.Client.Terminal;

/// <summary>What stands before the line of input: who one is, and whether one is connected.</summary>
internal static class PromptText
{
    /// <summary>For each presence; ends with a space.</summary>
    public static string Of(Presence presence, Texts texts) => presence switch
    {
        Presence.Connecting => $"({texts.StateConnecting})> ",
        Presence.Naming naming => naming.Prompt,
        Presence.Chatting chatting => $"{chatting.Nick}> ",
        Presence.Away away => $"{away.Nick} ({texts.StateReconnecting})> ",
        Presence.Confirming => PlainConsole.ConfirmationPrompt,
        _ => throw new ArgumentOutOfRangeException(nameof(presence)),
    };
}
