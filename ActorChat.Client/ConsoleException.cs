namespace ActorChat.Client;

/// <summary>Standard input or output failed (unreadable, disk full), which no session can mend.</summary>
internal sealed class ConsoleException(bool isInput, Exception? cause) : Exception(cause?.Message, cause)
{
    /// <summary>True when standard input failed, false when standard output or standard error did.</summary>
    public bool IsInput { get; } = isInput;

    /// <summary>Whether nothing is wrong but that nobody reads any more (<c>actorchat | head</c>).</summary>
    public bool IsReaderGone => InnerException is null;
}
