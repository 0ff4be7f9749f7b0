using ActorChat.Server.Resources;
using ActorChat.Server.Transport.Connections;

namespace ActorChat.Server.Chat;

/// <summary>
/// How one kind of chat client speaks, in one language: bytes to commands, events to bytes, and nothing else. Pure, and shared by all of the
/// same <see cref="Viewer"/>.
/// </summary>
internal interface IChatDialect : IConnectionDialect
{
    /// <summary>Those for whom it writes.</summary>
    Viewer Viewer { get; }

    /// <summary>Reads a message as a command. Total: every text has one.</summary>
    ChatCommand Parse(string message);

    /// <summary>Writes an event; empty where these clients are told nothing of it.</summary>
    byte[] Write(ChatEvent happened);
}

/// <summary>A way to be told things. Members with equal viewers get the same bytes.</summary>
/// <param name="Dialect">The name of the dialect.</param>
/// <param name="Language">The language of its words.</param>
internal readonly record struct Viewer(string Dialect, Language Language);
