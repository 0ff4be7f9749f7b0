using System.Text;
using ActorChat.Client.Net;
using ActorChat.Client.Rendering;

namespace ActorChat.Client.Confirmation;

/// <summary>
/// One answer of the confirmation port, as its bytes arrive: what to show of it, and what it means. Any length is shown piece by
/// piece; only the beginning is kept.
/// </summary>
/// <param name="prefix">Shown before each line.</param>
internal sealed class Answer(string prefix)
{
    // The protocol's mark of a message that was not stored, in both of the server's languages.
    private const string ErrorMark = "Error:";

    private readonly TerminalFilter _filter = new();
    private readonly LinePrefixer _lines = new(prefix);
    private readonly StringBuilder _head = new();

    /// <summary>Whether a line of it is complete: the server has said what there is to say.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>What to show of the next bytes.</summary>
    public string Take(ReadOnlySpan<byte> bytes) => Render(_filter.Filter(bytes));

    /// <summary>What to show at the end of the connection: the rest, and the newline that the answer may lack.</summary>
    public string Finish() => Render(_filter.Finish()) + _lines.Finish();

    /// <summary>
    /// What the answer means. An unfinished line counts when the server closed in order (it may leave out the newline), not when
    /// the connection broke.
    /// </summary>
    /// <param name="end">How the connection ended.</param>
    public Verdict Judge(ConnectionEnd end)
    {
        var head = _head.ToString();
        if (string.IsNullOrWhiteSpace(head) || (!IsWhole && end is not ConnectionEnd.Closed))
            return new Verdict.Unanswered();

        return head.StartsWith(ErrorMark, StringComparison.Ordinal) ? new Verdict.Refused() : new Verdict.Confirmed();
    }

    private string Render(string text)
    {
        _head.Append(text.AsSpan(0, Math.Min(text.Length, ErrorMark.Length - Math.Min(_head.Length, ErrorMark.Length))));
        IsWhole |= text.Contains('\n', StringComparison.Ordinal);
        return _lines.Apply(text);
    }
}
