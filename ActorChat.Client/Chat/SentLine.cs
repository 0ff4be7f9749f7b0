namespace ActorChat.Client.Chat;

/// <summary>A line that was handed to the network, which does not mean that it has arrived.</summary>
/// <param name="Text">As it was typed.</param>
/// <param name="Timestamp">When, by the session's clock.</param>
internal sealed record SentLine(string Text, long Timestamp);
