using System.Globalization;
using System.Text;

namespace ActorChat.Protocol.Text;

/// <summary>
/// Decides, character by character, what of a text is shown. Most invisible characters never are, some only where honest text has them. A
/// mutable value.
/// </summary>
/// <param name="previous">The character before the first one; U+0000 for none.</param>
internal struct DisplayContext(Rune previous)
{
    /// <summary>The most nonspacing marks shown in a row: the bound of UTS #39, 5.4, enough for every living script.</summary>
    public const int MaxMarks = 4;

    // Scripts in which a joiner changes how two letters are written (UAX #31, 2.3): Arabic to Arabic Extended-A, the scripts of India
    // and Sri Lanka, Myanmar, Khmer, Mongolian, Balinese and Sundanese, Phags-pa, and their kin.
    private static readonly (int First, int Last)[] JoiningBlocks =
    [
        (0x0600, 0x08FF), (0x0900, 0x0DFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x1800, 0x18AF), (0x1B00, 0x1BBF), (0xA840, 0xA87F),
        (0xA8E0, 0xA8FF), (0x10D00, 0x10D3F), (0x11000, 0x11FFF), (0x1E900, 0x1E95F),
    ];

    private Rune _previous = previous;
    private int _marks;

    /// <summary>Whether the text's next character is shown.</summary>
    /// <param name="rune">The character.</param>
    /// <param name="next">The one after it; U+0000 for none.</param>
    public bool Shows(Rune rune, Rune next)
    {
        var shows = rune.Value switch
        {
            DefaultIgnorable.ZeroWidthJoiner => IsJoinedText(next) || IsJoinedEmoji(next),
            DefaultIgnorable.ZeroWidthNonJoiner => IsJoinedText(next),
            int value when DefaultIgnorable.IsVariationSelector(value) => SelectsVariation(value),
            _ => !DefaultIgnorable.Contains(rune) && FitsOnItsBase(rune),
        };
        if (shows)
            _previous = rune;

        return shows;
    }

    // A selector behind a character without variations hides something.
    private readonly bool SelectsVariation(int selector) => selector switch
    {
        0xFE0E or 0xFE0F => IsEmojiBase(_previous),
        >= 0xE0100 => _previous.Value is (>= 0x3400 and <= 0x9FFF) or (>= 0x20000 and <= 0x3FFFF),
        <= 0x180F => _previous.Value is >= 0x1820 and <= 0x18AA,
        _ => false,
    };

    private readonly bool IsJoinedText(Rune next) =>
        IsOfJoiningScript(_previous) && IsOfJoiningScript(next) && (_marks < MaxMarks || !IsNonspacing(next));

    private readonly bool IsJoinedEmoji(Rune next) =>
        (_previous.Value == 0xFE0F || IsPictograph(_previous)) && IsPictograph(next);

    private bool FitsOnItsBase(Rune rune)
    {
        _marks = IsNonspacing(rune) ? _marks + 1 : 0;
        return _marks <= MaxMarks;
    }

    private static bool IsNonspacing(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    private static bool IsOfJoiningScript(Rune rune) =>
        Array.Exists(JoiningBlocks, block => rune.Value >= block.First && rune.Value <= block.Last)
        && (Rune.IsLetter(rune) || IsNonspacing(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.SpacingCombiningMark)
        && !DefaultIgnorable.Contains(rune);

    // Emoji are symbols but for these few (emoji-variation-sequences.txt): key caps, ‼ ⁉ ℹ 〰.
    private static bool IsEmojiBase(Rune rune) =>
        IsPictograph(rune) || rune.Value is '#' or '*' or (>= '0' and <= '9') or 0x203C or 0x2049 or 0x2139 or 0x3030;

    // Skin tones are modifier symbols.
    private static bool IsPictograph(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherSymbol or UnicodeCategory.MathSymbol
        || rune.Value is >= 0x1F3FB and <= 0x1F3FF;
}
