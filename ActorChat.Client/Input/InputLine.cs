namespace ActorChat.Client.Input;

/// <summary>One line of the user's input.</summary>
/// <param name="Text">Without its line ending; null when the line was longer than <see cref="LineAssembler.MaxCharacters"/>.</param>
internal readonly record struct InputLine(string? Text);
