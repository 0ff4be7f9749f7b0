using ActorChat.Client.Chat;
using ActorChat.Client.Net;

namespace ActorChat.Client.Arguments;

/// <summary>Which of the server's two ports the client speaks to.</summary>
internal enum ClientMode
{
    /// <summary>The chat port: one connection, lines both ways.</summary>
    Chat,

    /// <summary>The confirmation port: one connection and one answer for each message.</summary>
    Confirmation,
}

/// <summary>What the command line asks for, checked.</summary>
/// <param name="Mode">The port to speak to.</param>
/// <param name="Server">Where to connect.</param>
/// <param name="Nick">The first line to send in the chat; null: the user types it.</param>
/// <param name="Json">Whether data are shown as JSON, for programs.</param>
/// <param name="NoColor">Whether colours are unwanted.</param>
/// <param name="LinesPerSecond">How fast lines are sent to the chat, in the long run; 0: no limit.</param>
internal sealed record ClientOptions(
    ClientMode Mode, ServerAddress Server, string? Nick, bool Json = false, bool NoColor = false,
    int LinesPerSecond = SendRateLimiter.DefaultLinesPerSecond)
{
    public const string DefaultHost = "127.0.0.1";
    public const int DefaultChatPort = 1234;
    public const int DefaultConfirmationPort = 5000;
}
