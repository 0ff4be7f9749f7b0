using ActorChat.Server.Resources;
using ActorChat.Server.Transport.Connections;

namespace ActorChat.Server.Chat;

/// <summary>
/// Translates bytes to commands and events to bytes, for one kind of client in one language. Pure, and shared by all clients with the same
/// <see cref="Viewer"/>.
/// </summary>
internal interface IChatDialect : IConnectionDialect
{
    /// <summary>The key of the clients that this dialect writes for.</summary>
    Viewer Viewer { get; }

    /// <summary>Whether authors get their own public messages, as everybody else does.</summary>
    bool EchoesOwn { get; }

    /// <summary>Whether everything names its room, so that no room is the current one.</summary>
    bool NamesRooms { get; }

    /// <summary>Whether clients are asked for what they send next during login.</summary>
    bool HasPrompts { get; }

    /// <summary>Parses a message before login: <see cref="ChatCommand.Hello"/> where it gives a nickname. Never fails.</summary>
    ChatCommand ParseLogin(string message);

    /// <summary>Parses a message. Never fails: any text is some command.</summary>
    ChatCommand Parse(string message);

    /// <summary>Renders an event; empty if these clients do not show it.</summary>
    byte[] Write(ChatEvent happened);
}

/// <summary>Dialect name and language of a client. Members with equal viewers get the same bytes.</summary>
internal readonly record struct Viewer(string Dialect, Language Language);
