using System.Text;

namespace ActorChat.Client.Terminal.Keys;

/// <summary>Collects a bracketed paste (ESC [200~ … ESC [201~) as text that can be shown.</summary>
internal sealed class PasteCollector
{
    /// <summary>The number of the sequence that begins a paste.</summary>
    public const string StartNumber = "200";

    /// <summary>The longest paste, in characters, far beyond what a chat takes. A longer one is refused as a whole.</summary>
    public const int MaxCharacters = 1024 * 1024;

    private const string End = "\u001B[201~";
    private const char Interrupt = '\u0003';

    // Line ends that are no LF: those of Windows and old Macs, and those of Unicode (UAX #14, class BK and NL).
    private static readonly string[] LineEnds = ["\r\n", "\r", "\u0085", "\u2028", "\u2029"];

    private readonly StringBuilder _text = new();
    private int _matched;
    private bool _isTooLong;
    private char _last;

    /// <summary>Whether the last character was a Ctrl+C: part of the paste, or a key to end it.</summary>
    public bool IsAtInterrupt => _last is Interrupt;

    /// <summary>Adds the next character. Returns the paste when it was the last.</summary>
    public Key? Add(char c)
    {
        _last = c;

        // The end mark contains its first character only once: a mismatch starts over with this character.
        _matched = c == End[_matched] ? _matched + 1 : c == End[0] ? 1 : 0;
        if (_text.Length < MaxCharacters + End.Length)
            _text.Append(c);
        else
            _isTooLong = true;
        return _matched == End.Length ? Take() : null;
    }

    /// <summary>Takes the paste as far as it has come.</summary>
    public Key Take()
    {
        var raw = _text.ToString();
        var isTooLong = _isTooLong;
        _text.Clear();
        (_matched, _isTooLong, _last) = (0, false, '\0');
        if (raw.EndsWith(End, StringComparison.Ordinal))
            raw = raw[..^End.Length];

        if (isTooLong || raw.Length > MaxCharacters)
            return new Key(KeyKind.PasteTooLong);
        return raw.Contains(KeyDecoder.NotText) ? new Key(KeyKind.NotText) : new Key(KeyKind.Paste, Clean(raw));
    }

    private static string Clean(string raw) => new EscapeFilter()
        .Filter(LineEnds.Aggregate(raw, (text, end) => text.Replace(end, "\n", StringComparison.Ordinal)))
        .Replace('\t', ' ');
}
