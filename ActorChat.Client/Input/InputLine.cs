namespace ActorChat.Client.Input;

/// <summary>One line of the user's input.</summary>
/// <param name="Text">Without its line ending; null when the line was longer than <see cref="LineAssembler.MaxCharacters"/>.</param>
/// <param name="IsMessage">Whether it was pasted with others: a message then, whatever it looks like, and never a command.</param>
internal readonly record struct InputLine(string? Text, bool IsMessage = false);
