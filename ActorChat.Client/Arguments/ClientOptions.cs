using ActorChat.Client.Chat;

namespace ActorChat.Client.Arguments;

/// <summary>What the command line asks for, checked.</summary>
/// <param name="Mode">Which port's language to speak.</param>
/// <param name="Server">Where to connect.</param>
/// <param name="Nick">The first line to send in the chat; null: the user types it.</param>
/// <param name="Json">Whether data are shown as JSON, for programs.</param>
/// <param name="NoColor">Whether colours are not wanted.</param>
/// <param name="LinesPerSecond">How fast lines are sent to the chat, in the long run; 0: no limit.</param>
internal sealed record ClientOptions(
    ClientMode Mode, ServerAddress Server, string? Nick, bool Json = false, bool NoColor = false, int LinesPerSecond = SendRateLimiter.DefaultLinesPerSecond)
{
    /// <summary>Where both ports are by default: this machine.</summary>
    public const string DefaultHost = "127.0.0.1";

    /// <summary>The chat port unless said otherwise.</summary>
    public const int DefaultChatPort = 1234;

    /// <summary>The confirmation port unless said otherwise.</summary>
    public const int DefaultConfirmationPort = 5000;
}
