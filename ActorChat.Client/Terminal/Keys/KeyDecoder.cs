using System.Text;

namespace ActorChat.Client.Terminal.Keys;

/// <summary>
/// Decodes a terminal's bytes into keys, wherever the bytes are cut. Knows no clock: the caller tells when nothing follows an ESC
/// (<see cref="EndEscape"/>).
/// </summary>
internal sealed class KeyDecoder
{
    /// <summary>Stands for bytes that are no UTF-8: a noncharacter, which texts do not have.</summary>
    public const char NotText = '\uFFFF';

    private const char Escape = '\u001B';

    // The server removes them, and the words beside them would run together.
    private const char LineSeparator = '\u2028', ParagraphSeparator = '\u2029';

    private const int MaxParameters = 64;

    private readonly Decoder _utf8 = Encoding.GetEncoding(
        "utf-8", EncoderFallback.ReplacementFallback, new DecoderReplacementFallback($"{NotText}")).GetDecoder();

    private readonly StringBuilder _text = new();
    private readonly StringBuilder _parameters = new();
    private readonly PasteCollector _paste = new();
    private State _state;

    private enum State
    {
        Text,
        Escape,
        Sequence,
        SingleShift,
        Paste,
    }

    /// <summary>Whether the last byte was an ESC. Only time tells whether it is a key or begins one.</summary>
    public bool IsAtEscape => _state is State.Escape;

    /// <summary>Whether a paste has begun and not ended.</summary>
    public bool IsInPaste => _state is State.Paste;

    /// <summary>Whether the last byte was a Ctrl+C in a paste. Only time tells whether it is a key.</summary>
    public bool IsAtInterrupt => IsInPaste && _paste.IsAtInterrupt;

    /// <summary>Nothing came after the ESC.</summary>
    public Key EndEscape()
    {
        _state = State.Text;
        return new Key(KeyKind.Escape);
    }

    /// <summary>The end of the paste got lost. Returns what has come of it.</summary>
    public IReadOnlyList<Key> EndPaste()
    {
        _state = State.Text;
        return [new Key(KeyKind.PasteUnfinished), _paste.Take()];
    }

    /// <summary>The Ctrl+C was a key. Drops the paste.</summary>
    public Key AbandonPaste()
    {
        _state = State.Text;
        _ = _paste.Take();
        return new Key(KeyKind.PasteAbandoned);
    }

    /// <summary>The keys that the next bytes complete. Characters in a row are one key.</summary>
    public IReadOnlyList<Key> Decode(ReadOnlySpan<byte> bytes)
    {
        var characters = new char[_utf8.GetCharCount(bytes, flush: false)];
        var count = _utf8.GetChars(bytes, characters, flush: false);
        var keys = new List<Key>();
        foreach (var c in characters.AsSpan(0, count))
            Take(c, keys);
        EndText(keys);
        return keys;
    }

    private void Take(char c, List<Key> keys)
    {
        if (_state is State.Escape)
            TakeAfterEscape(c, keys);
        else if (_state is State.Sequence)
            TakeSequence(c, keys);
        else if (_state is State.Paste)
            TakePaste(c, keys);
        else if (_state is State.SingleShift && !char.IsControl(c))
            Add(KeySequences.FromSequence("", c), keys);
        else
            TakeText(c, keys);
    }

    private void TakeText(char c, List<Key> keys)
    {
        if (c is Escape)
            _state = State.Escape;
        else if (char.IsControl(c))
            Add(KeySequences.FromControl(c), keys);
        else if (c is NotText)
            Add(KeyKind.NotText, keys);
        else
            _text.Append(c is LineSeparator or ParagraphSeparator ? ' ' : c);
    }

    private void TakeAfterEscape(char c, List<Key> keys)
    {
        switch (c)
        {
            case Escape:
                break;
            case '[':
                _parameters.Clear();
                _state = State.Sequence;
                break;
            case 'O':
                _state = State.SingleShift;
                break;
            default:
                // Ctrl with Alt counts as Ctrl: Escape and then Enter means Enter.
                var alt = KeySequences.FromAlt(c);
                Add(alt is KeyKind.Unknown && char.IsControl(c) ? KeySequences.FromControl(c) : alt, keys);
                break;
        }
    }

    private void TakeSequence(char c, List<Key> keys)
    {
        // ECMA-48: parameter and intermediate characters, then a final one. Anything else breaks the sequence off.
        if (c is >= ' ' and <= '?' && _parameters.Length < MaxParameters)
        {
            _parameters.Append(c);
        }
        else if (c is '~' && _parameters.Equals(PasteCollector.StartNumber))
        {
            _state = State.Paste;
        }
        else if (c is >= '@' and <= '~')
        {
            Add(KeySequences.FromSequence(_parameters.ToString(), c), keys);
        }
        else
        {
            _state = State.Text;
            TakeText(c, keys);
        }
    }

    private void TakePaste(char c, List<Key> keys)
    {
        if (_paste.Add(c) is { } pasted)
        {
            EndText(keys);
            keys.Add(pasted);
            _state = State.Text;
        }
    }

    private void Add(KeyKind kind, List<Key> keys)
    {
        EndText(keys);
        keys.Add(new Key(kind));
        _state = State.Text;
    }

    private void EndText(List<Key> keys)
    {
        if (_text.Length is 0)
            return;

        keys.Add(new Key(KeyKind.Text, _text.ToString()));
        _text.Clear();
    }
}
