using ActorChat.Client.Net;
using ActorChat.Client.Wire;

namespace ActorChat.Client.Confirmation;

/// <summary>One answer of the confirmation port, as its bytes arrive: its lines, and what it means.</summary>
/// <param name="splitter">Cuts it into lines.</param>
internal sealed class Answer(LineSplitter splitter)
{
    private bool _isWhole;

    /// <summary>Its first line; null: there is none yet.</summary>
    public string? Text { get; private set; }

    /// <summary>Whether a line of it is complete: the server has said what there is to say.</summary>
    public bool IsWhole => _isWhole;

    /// <summary>The lines that the next bytes complete.</summary>
    public IReadOnlyList<string> Take(ReadOnlySpan<byte> bytes)
    {
        var lines = splitter.Add(bytes);
        _isWhole |= lines.Count > 0;
        return Note(lines);
    }

    /// <summary>What is left at the end of the connection: the line that has no end.</summary>
    public IReadOnlyList<string> Finish() => Note(splitter.Finish());

    /// <summary>
    /// What the answer means. An unfinished line counts when the server closed in order (it may leave out the newline), not when
    /// the connection broke.
    /// </summary>
    /// <param name="end">How the connection ended.</param>
    public ConfirmationResult ResultAt(ConnectionEnd end)
    {
        if (string.IsNullOrWhiteSpace(Text) || (!_isWhole && end is not ConnectionEnd.Closed))
            return new ConfirmationResult.Unanswered();

        return WireParser.IsReceipt(Text) ? new ConfirmationResult.Confirmed() : new ConfirmationResult.Refused();
    }

    private IReadOnlyList<string> Note(IReadOnlyList<string> lines)
    {
        Text ??= lines is [var first, ..] ? first : null;
        return lines;
    }
}
