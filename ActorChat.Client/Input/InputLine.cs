namespace ActorChat.Client.Input;

/// <summary>One line of the user's input.</summary>
/// <param name="Text">Without its line ending; null when it has a flaw.</param>
/// <param name="IsMessage">Whether it was pasted with others: a message then, whatever it looks like, and never a command.</param>
/// <param name="Flaw">Why it cannot be sent; null when it can.</param>
/// <param name="Number">Its place in the input, from 1; 0 where lines are not counted.</param>
internal readonly record struct InputLine(string? Text, bool IsMessage = false, InputFlaw? Flaw = null, long Number = 0);
