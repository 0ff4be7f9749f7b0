namespace ActorChat.Client.Chat;

/// <summary>A public message that was handed to the network, which does not mean that it has arrived.</summary>
/// <param name="Text">As the others will read it.</param>
/// <param name="Timestamp">When, by the session's clock.</param>
internal sealed record SentLine(string Text, long Timestamp);
