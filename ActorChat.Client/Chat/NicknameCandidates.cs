namespace ActorChat.Client.Chat;

/// <summary>Which nicknames are known before the server asks.</summary>
/// <param name="Known">The answer; null: the user is asked.</param>
/// <param name="Offer">What the user is offered when asked; null: nothing.</param>
/// <param name="IsReturn">Whether <paramref name="Known"/> was ours until the connection was lost.</param>
internal sealed record NicknameCandidates(string? Known, string? Offer, bool IsReturn);
