using ActorChat.Client.Terminal.Editing;

namespace ActorChat.Client.Terminal.Painting;

/// <summary>What the row of input shows at one moment.</summary>
internal sealed record InputState(string Prompt, LineBuffer Line);
