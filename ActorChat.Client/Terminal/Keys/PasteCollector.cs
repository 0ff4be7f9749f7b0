using System.Text;
using ActorChat.Client.Rendering;

namespace ActorChat.Client.Terminal.Keys;

/// <summary>Collects a bracketed paste (ESC [200~ … ESC [201~), and makes it text that can be shown.</summary>
internal sealed class PasteCollector
{
    /// <summary>The number of the sequence that begins a paste.</summary>
    public const string StartNumber = "200";

    /// <summary>Longest paste that is kept, in characters: what comes after is dropped, far beyond what a chat takes.</summary>
    public const int MaxCharacters = 1024 * 1024;

    private const string End = "\u001B[201~";

    private readonly StringBuilder _text = new();
    private int _matched;

    /// <summary>Takes the next character; the text of the paste when that was its last.</summary>
    public string? Add(char c)
    {
        // The end begins with a character that stands nowhere else in it: a mismatch starts over with this character.
        _matched = c == End[_matched] ? _matched + 1 : c == End[0] ? 1 : 0;
        if (_text.Length < MaxCharacters + End.Length)
            _text.Append(c);
        return _matched == End.Length ? Take() : null;
    }

    private string Take()
    {
        _matched = 0;
        var raw = _text.ToString();
        _text.Clear();
        if (raw.EndsWith(End, StringComparison.Ordinal))
            raw = raw[..^End.Length];

        var shown = new StringBuilder();
        new EscapeFilter().Append(raw.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n'), shown);
        return shown.Replace('\t', ' ').ToString();
    }
}
