namespace ActorChat.Client.Input;

/// <summary>Where the user's lines come from: a pipe or file, a plain terminal, later a line editor.</summary>
internal interface IInput
{
    /// <summary>Whether a person types; otherwise the input is a script's.</summary>
    bool IsTerminal { get; }

    /// <summary>The next line, or null at the end of the input (again and again).</summary>
    /// <exception cref="ConsoleException">The input cannot be read.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled; no line is lost.</exception>
    ValueTask<InputLine?> ReadAsync(CancellationToken cancellation);
}
