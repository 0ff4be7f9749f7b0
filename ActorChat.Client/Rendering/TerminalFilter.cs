using System.Text;

namespace ActorChat.Client.Rendering;

/// <summary>
/// Turns the bytes of one connection into text that is safe to show on a terminal: UTF-8 is decoded across reads, invalid bytes
/// become U+FFFD, and what a terminal would obey is removed (<see cref="EscapeFilter"/>). The text does not depend on where the
/// bytes were cut.
/// </summary>
internal sealed class TerminalFilter
{
    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();
    private readonly EscapeFilter _escapes = new();

    /// <summary>The text of the next bytes; may be empty, and holds back a character that is not complete yet.</summary>
    public string Filter(ReadOnlySpan<byte> bytes) => Decode(bytes, flush: false);

    /// <summary>The text of what was held back; to be called once, after the last bytes.</summary>
    public string Finish() => Decode([], flush: true);

    private string Decode(ReadOnlySpan<byte> bytes, bool flush)
    {
        var characters = new char[_decoder.GetCharCount(bytes, flush)];
        var count = _decoder.GetChars(bytes, characters, flush);
        var shown = new StringBuilder(count);
        _escapes.Append(characters.AsSpan(0, count), shown);
        return shown.ToString();
    }
}
