using ActorChat.Client.Terminal.Editing;

namespace ActorChat.Client.Terminal.Painting;

/// <summary>What the row of input shows at one moment.</summary>
/// <param name="Prompt">What stands before the line.</param>
/// <param name="Line">What is typed.</param>
/// <param name="IsMarked">Whether the line is only an offer, which the next character replaces.</param>
internal sealed record InputState(string Prompt, LineBuffer Line, bool IsMarked = false);
