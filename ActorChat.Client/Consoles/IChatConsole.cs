using ActorChat.Client.Input;

namespace ActorChat.Client.Consoles;

/// <summary>The session's view of its user: a terminal with a line editor, or a plain stream of lines.</summary>
/// <remarks>
/// Safe for several callers at once, except that only one may read. Any call may throw a <see cref="ConsoleException"/>: standard input or
/// output has failed.
/// </remarks>
internal interface IChatConsole
{
    /// <summary>Whether a person sits there, who can be asked again and stays when the connection is lost.</summary>
    bool IsInteractive { get; }

    /// <summary>Whether single keys reach the client, and not only whole lines.</summary>
    bool HasKeys { get; }

    /// <summary>Whether lines are wanted with the numbers by which what was missed is found.</summary>
    bool WantsNumbers => IsInteractive;

    /// <summary>Of a longer line a person is shown the beginning. A script gets all that memory should hold.</summary>
    int MaxLineCharacters => IsInteractive ? 8 * 1024 : 16 * 1024 * 1024;

    /// <summary>The user's next line, or null at the end of the input (again and again).</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled; no line is lost.</exception>
    ValueTask<InputLine?> ReadAsync(CancellationToken cancellation);

    /// <summary>Shows events in this order and as one piece.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled; some may still be shown.</exception>
    Task ShowAsync(IReadOnlyList<ConsoleEvent> events, CancellationToken cancellation);

    /// <summary>Says something of the client's own, on one line or several. Never among data that are collected.</summary>
    Task SayAsync(string words);

    /// <summary>Reports an error: what is wrong and how to mend it.</summary>
    Task ReportAsync(string message);

    async Task<ExitCode> ReportAsync(string message, ExitCode code)
    {
        await ReportAsync(message);
        return code;
    }

    /// <summary>Puts a line that was not delivered where the user can send it again, if nothing else is being typed there.</summary>
    Task OfferAsync(string line) => Task.CompletedTask;

    /// <summary>Changes what the user is asked for.</summary>
    Task SetPromptAsync(PromptState state, CancellationToken cancellation);

    /// <summary>Clears the screen, where there is one.</summary>
    Task ClearAsync();

    /// <summary>Shows what still waits and leaves the screen in order. The last call.</summary>
    Task FinishAsync();
}
