using ActorChat.Client.Net;

namespace ActorChat.Client.Confirmation;

/// <summary>One answer of the confirmation port, read as its bytes arrive.</summary>
internal sealed class Answer(LineSplitter splitter)
{
    /// <summary>Its first line; null: there is none yet.</summary>
    public string? Text { get; private set; }

    /// <summary>Whether a line of it is complete.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>The lines that the next bytes complete.</summary>
    public IReadOnlyList<string> Add(ReadOnlySpan<byte> bytes)
    {
        var lines = splitter.Add(bytes);
        IsWhole |= lines.Count > 0;
        return Note(lines);
    }

    /// <summary>The unfinished line at the end of the connection.</summary>
    public IReadOnlyList<string> Finish() => Note(splitter.Finish());

    /// <summary>What the answer means. An unfinished line counts if the server closed in order: it may leave out the newline.</summary>
    public ConfirmationResult ResultAt(ConnectionEnd end)
    {
        if (string.IsNullOrWhiteSpace(Text) || (!IsWhole && end is not ConnectionEnd.Closed))
            return new ConfirmationResult.Unanswered();

        if (ServerLineParser.IsReceipt(Text))
            return new ConfirmationResult.Confirmed();
        return ServerLineParser.IsTimeout(Text) ? new ConfirmationResult.TimedOut() : new ConfirmationResult.Refused();
    }

    private IReadOnlyList<string> Note(IReadOnlyList<string> lines)
    {
        Text ??= lines is [var first, ..] ? first : null;
        return lines;
    }
}
