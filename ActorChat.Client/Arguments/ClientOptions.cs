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

/// <summary>What the command line asks for, checked. Without a nickname the user types it; 0 lines a second mean no limit.</summary>
internal sealed record ClientOptions(
    ClientMode Mode, ServerAddress Server, string? Nick, bool Json = false, bool NoColor = false,
    int LinesPerSecond = SendRateLimiter.DefaultLinesPerSecond)
{
    /// <summary>By what the server's certificate is known; null: nothing is encrypted.</summary>
    public TlsChoice? Tls { get; init; }

    public const string DefaultHost = "127.0.0.1";
    public const int DefaultChatPort = 1234;
    public const int DefaultConfirmationPort = 5000;

    /// <summary>How much higher the number of a port with TLS is.</summary>
    public const int TlsPortOffset = 1;
}
