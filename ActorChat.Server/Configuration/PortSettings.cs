namespace ActorChat.Server.Configuration;

/// <summary>One of the server's ports.</summary>
/// <param name="Enabled">Whether it is opened.</param>
/// <param name="Host">The address or name to listen on; without blanks, never empty.</param>
/// <param name="Port">The TCP port, 0 to 65535; 0 lets the system pick a free one.</param>
internal sealed record PortSettings(bool Enabled, string Host, int Port);
