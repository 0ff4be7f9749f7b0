namespace ActorChat.Client.Output;

/// <summary>Where a session's words go. Data and diagnostics are apart, so that a script can keep one and read the other.</summary>
/// <remarks>Safe for several callers at once: each call is shown as a whole.</remarks>
internal interface IOutput
{
    /// <summary>Whether data are shown to a person on a terminal.</summary>
    bool IsTerminal { get; }

    /// <summary>Writes data, exactly as given, and flushes. The caller has made the text safe.</summary>
    /// <exception cref="ConsoleException">The output cannot be written.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled; the text may still be shown.</exception>
    Task WriteAsync(string text, CancellationToken cancellation);

    /// <summary>Invites a person to type: on a terminal or not at all, never among data that are collected.</summary>
    /// <exception cref="ConsoleException">The output cannot be written.</exception>
    Task PromptAsync(string prompt, CancellationToken cancellation);

    /// <summary>Reports an error, on a line of its own: what is wrong and how to mend it.</summary>
    /// <exception cref="ConsoleException">The output cannot be written.</exception>
    Task ReportAsync(string message);

    /// <summary>Says something that is neither data nor an error, on lines of its own, where diagnostics go.</summary>
    /// <exception cref="ConsoleException">The output cannot be written.</exception>
    Task SayAsync(string words);

    /// <summary>Notes that the person's Enter has put the cursor at the start of a line.</summary>
    void LineWasTyped();

    /// <summary>Where a person looks, moves the cursor to the start of a line unless it stands there.</summary>
    Task EndLineAsync();
}
