using ActorChat.Client.Input;

namespace ActorChat.Client.Consoles;

/// <summary>
/// Where a session meets its user: a terminal with a line editor, or a plain stream of lines. All that a session knows of either.
/// </summary>
/// <remarks>Safe for several callers at once, except that only one may read.</remarks>
internal interface IChatConsole
{
    /// <summary>Whether a person sits there: can be asked again, and stays when the connection is lost.</summary>
    bool IsInteractive { get; }

    /// <summary>Whether single keys reach the client, and not only whole lines.</summary>
    bool HasKeys { get; }

    /// <summary>The user's next line, or null when there will be none (again and again).</summary>
    /// <exception cref="ConsoleException">The input cannot be read.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled; no line is lost.</exception>
    ValueTask<InputLine?> ReadAsync(CancellationToken cancellation);

    /// <summary>Shows what has happened, in this order and as one piece.</summary>
    /// <exception cref="ConsoleException">The output cannot be written.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled; some may still be shown.</exception>
    Task ShowAsync(IReadOnlyList<ConsoleEvent> happenings, CancellationToken cancellation);

    /// <summary>Says something of the client's own, on one line or several. Never among data that are collected.</summary>
    /// <exception cref="ConsoleException">The output cannot be written.</exception>
    Task SayAsync(string words);

    /// <summary>Reports an error: what is wrong and how to mend it.</summary>
    /// <exception cref="ConsoleException">The output cannot be written.</exception>
    Task ReportAsync(string message);

    /// <summary>Shows where the user stands, and so what is asked for.</summary>
    /// <exception cref="ConsoleException">The output cannot be written.</exception>
    Task SetPromptAsync(PromptState presence, CancellationToken cancellation);

    /// <summary>Empties the screen, where there is one.</summary>
    Task ClearAsync();

    /// <summary>Shows what is still to be shown and leaves the screen in order. The last call.</summary>
    Task FinishAsync();
}
